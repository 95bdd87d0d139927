package org.thun.demo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thun.identity.Accounts;
import org.thun.identity.Accounts.NewAccount;
import org.thun.identity.Actor;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.identity.ScopeKind;
import org.thun.parties.Organisations;
import org.thun.shared.LocalizedText;

/** The accounts of the demonstration, and the one helper behind them who enters for all centres. */
@Component
@Profile("demo")
class DemoPeople {

    /** The centre for which the centre's two people work. */
    static final String CENTRE = "TH-50";

    /** The centre next door. */
    static final String NEIGHBOUR = "TH-51";

    /** Enters for all centres; nobody can sign in under this name. */
    private static final String CENTRES_TOGETHER = "centres-together";

    private final Accounts accounts;
    private final Organisations organisations;
    private final Map<String, Actor> actors = new HashMap<>();

    DemoPeople(Accounts accounts, Organisations organisations) {
        this.accounts = accounts;
        this.organisations = organisations;
    }

    /** Creates those who do not exist yet. */
    @Transactional
    void hire(LocalDate from) {
        String grantee = organisations.grantees(DemoStory.PROGRAMME).get(0).id();
        for (DemoPerson person : DemoPerson.values()) {
            if (accounts.actorByUsername(person.username()).isEmpty()) {
                String id = accounts.create(new NewAccount(
                        person.username(), DemoPerson.PASSWORD, person.fullName(), null, false));
                accounts.appoint(id, post(person.role(), grantee, from), null);
            }
        }
        if (accounts.actorByUsername(CENTRES_TOGETHER).isEmpty()) {
            String id = accounts.create(new NewAccount(CENTRES_TOGETHER, UUID.randomUUID().toString(),
                    new LocalizedText("นักจัดการข้อมูล 82 ศูนย์ (สังเคราะห์)", "Data managers of 82 centres (synthetic)"),
                    null, false));
            accounts.appoint(id, new Post(Role.CD, ScopeKind.PROGRAMME, DemoStory.PROGRAMME, from, null), null);
        }
    }

    Actor actor(DemoPerson person) {
        return actor(person.username());
    }

    Actor centresTogether() {
        return actor(CENTRES_TOGETHER);
    }

    /** Nobody of the demonstration changes posts while its stories are told. */
    private Actor actor(String username) {
        return actors.computeIfAbsent(username, name -> accounts.actorByUsername(name).orElseThrow());
    }

    private static Post post(Role role, String grantee, LocalDate from) {
        return switch (role) {
            case GL, GC, GF -> new Post(role, ScopeKind.ORGANISATION, grantee, from, null);
            case CC, CD -> new Post(role, ScopeKind.CENTRE, Scope.centreId(DemoStory.PROGRAMME, CENTRE), from, null);
            case SA, AU -> new Post(role, ScopeKind.ALL, "*", from, null);
            default -> new Post(role, ScopeKind.PROGRAMME, DemoStory.PROGRAMME, from, null);
        };
    }

    /** The people who may do a task of those roles, by the order of the demonstration's list. */
    List<Actor> holding(List<Role> roles) {
        List<Actor> people = new ArrayList<>();
        for (Role role : roles) {
            DemoPerson.holding(role).forEach(person -> people.add(actor(person)));
        }
        return people;
    }
}
