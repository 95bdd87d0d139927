package org.thun.testing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.thun.grants.Grant;
import org.thun.grants.GrantState;
import org.thun.grants.GrantQueries;
import org.thun.grants.Grants;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.identity.ScopeKind;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.programmes.Programmes;
import org.thun.registry.HeldRole;
import org.thun.registry.LawfulGround;
import org.thun.registry.RecordFacts;
import org.thun.registry.Registers;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.workflow.TrainingClock;

/**
 * A grant of the reference programme that has run for half a year, with people of two centres, a verifier and readers; the
 * grant is stood in for, everything about evidence is real. Each test has its own grant and its own people.
 */
@ThunTest
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:thun-evidence;MODE=MySQL;DEFAULT_LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1")
public abstract class EvidenceTest {

    /** Password of everybody in these tests. */
    protected static final String PASSWORD = "a-long-password";

    protected static final String PROGRAMME = "ldi-pracharath-2";
    protected static final String CHIANG_MAI = "TH-50";
    protected static final String LAMPHUN = "TH-51";

    /** The grants of all tests: nightly rounds come across the records of those before. */
    private static final Map<String, Grant> EVER = new ConcurrentHashMap<>();

    @MockitoBean(extraInterfaces = GrantQueries.class)
    protected Grants grants;

    @Autowired
    protected Programmes programmes;

    @Autowired
    protected Registers registers;

    @Autowired
    protected BusinessClock clock;

    @Autowired
    protected MockMvc mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TrainingClock training;

    @Autowired
    private UserDetailsService users;

    protected Grant grant;
    protected Actor dataManager;
    protected Actor coordinator;
    protected Actor neighbour;
    protected Actor verifier;
    protected Actor officer;
    protected Actor funder;

    @BeforeEach
    void openTheGrant() {
        LocalDate start = clock.today().minusMonths(6);
        grant = new Grant(Ids.next(), "ศ.1/2559", PROGRAMME, programmes.currentVersionNo(PROGRAMME).orElseThrow(),
                Ids.next(), new LocalizedText("สถาบันทดสอบ", "Test institute"), Ids.next(),
                new LocalizedText("โครงการทดสอบ", "Test project"), GrantState.EFFECTIVE, Money.ofBaht(1_000_000), 18,
                start, start.plusMonths(18).minusDays(1), 1, true);
        stand(List.of(grant));
        dataManager = hire(Role.CD, ScopeKind.CENTRE, Scope.centreId(PROGRAMME, CHIANG_MAI));
        coordinator = hire(Role.CC, ScopeKind.CENTRE, Scope.centreId(PROGRAMME, CHIANG_MAI));
        neighbour = hire(Role.CD, ScopeKind.CENTRE, Scope.centreId(PROGRAMME, LAMPHUN));
        verifier = hire(Role.RV, ScopeKind.PROGRAMME, PROGRAMME);
        officer = hire(Role.PO, ScopeKind.PROGRAMME, PROGRAMME);
        funder = hire(Role.FR, ScopeKind.PROGRAMME, PROGRAMME);
    }

    /** Lets these grants run. */
    protected void stand(List<Grant> running) {
        given(grants.running()).willReturn(running);
        given(grants.running(PROGRAMME)).willReturn(running);
        given(grants.visibleTo(any())).willReturn(running);
        running.forEach(each -> EVER.put(each.id(), each));
        given(grants.get(any())).willAnswer(call -> EVER.get(String.valueOf(call.<Object>getArgument(0))));
        for (Grant each : running) {
            given(grants.find(eq(each.id()), any())).willReturn(Optional.of(each));
        }
    }

    protected Actor hire(Role role, ScopeKind kind, String scopeId) {
        return hire(new ArrayList<>(List.of(new Post(role, kind, scopeId, clock.today().minusYears(2), null))));
    }

    protected Actor hire(List<Post> posts) {
        String id = accounts.create(new Accounts.NewAccount("e-" + Ids.next(), PASSWORD,
                new LocalizedText("คุณ" + posts.get(0).role(), "Person " + posts.get(0).role()), null, false));
        posts.forEach(post -> accounts.appoint(id, post, null));
        return accounts.actor(id).orElseThrow();
    }

    /** The same person with the posts of today. */
    protected Actor again(Actor actor) {
        return accounts.actor(actor.accountId()).orElseThrow();
    }

    /** Sends a request as that person. */
    protected RequestPostProcessor signedIn(Actor actor) {
        return user(users.loadUserByUsername(actor.username()));
    }

    protected void letDaysPass(int days) {
        training.moveTo(clock.today().plusDays(days));
    }

    /** A person of those roles, entered by Chiang Mai. */
    protected RecordFacts person(String name, String... roles) {
        return personAt(CHIANG_MAI, name, roles);
    }

    protected RecordFacts personAt(String centre, String name, String... roles) {
        return new RecordFacts(Ids.next(), Register.PERSON, grant.id(), centre, name, "ทดสอบ", null, "เมือง", "ศรีภูมิ",
                null, null, null, "female", 1975,
                Arrays.stream(roles).map(role -> new HeldRole(role, null)).toList(), null,
                clock.today().minusDays(10), "เวทีประชาคม", LawfulGround.CONSENT, clock.today().minusDays(10), true, null);
    }

    /** An organisation of Chiang Mai. */
    protected RecordFacts organisation(String name) {
        return organisation(CHIANG_MAI, name, clock.today().minusDays(5));
    }

    protected RecordFacts organisation(String centre, String name, LocalDate datedOn) {
        return new RecordFacts(Ids.next(), Register.ORGANISATION, grant.id(), centre, name, null, null, null, null,
                "savings_group", null, null, null, null, List.of(), null, datedOn, null, null, null, false, null);
    }

    /** Enters and verifies a record; gives its id. */
    protected String verified(RecordFacts facts) {
        String id = registers.enter(facts, true, facts.centreCode().equals(LAMPHUN) ? neighbour : dataManager).orElseThrow();
        registers.verify(id, verifier).orElseThrow();
        return id;
    }
}
