package org.thun.registry.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.CodeItem;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.registry.RegisterLists;
import org.thun.shared.ThaiOrder;

/** Which grants, centres and codes a person chooses from. */
@Component
class EntryDesk {

    private final Grants grants;
    private final Programmes programmes;

    EntryDesk(Grants grants, Programmes programmes) {
        this.grants = grants;
        this.programmes = programmes;
    }

    /**
     * The choices of an entry form.
     *
     * @param grant the grant the record belongs to
     * @param definition the definition it runs on
     * @param centres centres for which the person may enter
     * @param categories types, categories or themes; empty where there are none
     * @param channels channels of campaigns
     * @param sexes sexes
     * @param roles roles of people
     * @param details what people do in each role, by code of the role
     */
    record Choices(
            Grant grant,
            ProgrammeDefinition definition,
            List<CentreDefinition> centres,
            List<CodeItem> categories,
            List<CodeItem> channels,
            List<CodeItem> sexes,
            List<CodeItem> roles,
            Map<String, List<CodeItem>> details) {}

    /** Running grants under which this person may enter evidence for some centre. */
    List<Grant> enterable(Actor actor) {
        return grants.running().stream().filter(grant -> !centres(grant, Action.CREATE, actor).isEmpty()).toList();
    }

    /** Grants whose registers this person may look into, as single records or as sums. */
    List<Grant> readable(Actor actor) {
        // A verifier reads the records of running grants without reading their agreements.
        Map<String, Grant> seen = Stream.concat(grants.running().stream(), grants.visibleTo(actor).stream())
                .filter(grant -> grant.effectiveFrom() != null)
                .filter(grant -> !centres(grant, Action.READ, actor).isEmpty() || aggregatesOnly(grant, actor))
                .collect(Collectors.toMap(Grant::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        return List.copyOf(seen.values());
    }

    boolean aggregatesOnly(Grant grant, Actor actor) {
        return actor.seesAggregatesOnly(ObjectKind.REGISTRY_RECORD, grant.scope());
    }

    /** Centres for which this person may do that, in Thai order. */
    List<CentreDefinition> centres(Grant grant, Action action, Actor actor) {
        return definition(grant).centres().stream()
                .filter(centre -> actor.may(action, ObjectKind.REGISTRY_RECORD, grant.scope().atCentre(centre.code())))
                .sorted(ThaiOrder.by(centre -> centre.name().th()))
                .toList();
    }

    /** The same as the choices of a filter; none where there is nothing to choose. */
    List<CodeItem> centreChoice(Grant grant, Action action, Actor actor) {
        List<CentreDefinition> centres = centres(grant, action, actor);
        return centres.size() < 2
                ? List.of()
                : centres.stream().map(centre -> new CodeItem(centre.code(), centre.name(), null, null)).toList();
    }

    ProgrammeDefinition definition(Grant grant) {
        return programmes.version(grant.programmeKey(), grant.programmeVersion());
    }

    /** The grant of a record that the person has been shown. */
    Grant grantOf(String grantId) {
        return grants.get(grantId);
    }

    /** The definition by which a record was collected. */
    ProgrammeDefinition definitionOf(String grantId) {
        return definition(grantOf(grantId));
    }

    Choices choices(Grant grant, Register register, Actor actor) {
        ProgrammeDefinition definition = definition(grant);
        List<CodeItem> roles = register == Register.PERSON
                ? definition.list(ProgrammeDefinition.PERSON_ROLES)
                : List.of();
        return new Choices(grant, definition, centres(grant, Action.CREATE, actor),
                RegisterLists.items(definition, RegisterLists.categoryList(definition, register)),
                RegisterLists.items(definition, RegisterLists.channelList(definition, register)),
                definition.list(RegisterLists.SEX), roles,
                roles.stream().collect(Collectors.toMap(CodeItem::code,
                        role -> RegisterLists.items(definition, RegisterLists.detailList(definition, role.code())))));
    }
}
