package org.thun.imports.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.imports.ImportFile;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.shared.LocalizedText;
import org.thun.shared.ThaiOrder;
import org.thun.web.NotFound;

/** For which grants and centres a person may send files. */
@Component
class ImportPlaces {

    private final Grants grants;
    private final Programmes programmes;

    ImportPlaces(Grants grants, Programmes programmes) {
        this.grants = grants;
        this.programmes = programmes;
    }

    /** Running grants under which this person may submit records for some centre. */
    List<Grant> open(Actor actor) {
        return grants.running().stream().filter(grant -> !centres(grant, actor).isEmpty()).toList();
    }

    /** @throws NotFound if it is none of those */
    Grant open(String grantId, Actor actor) {
        return open(actor).stream()
                .filter(grant -> grant.id().equals(grantId))
                .findFirst()
                .orElseThrow(() -> new NotFound("grant " + grantId));
    }

    /** Centres for which this person may submit records, in Thai order. */
    List<CentreDefinition> centres(Grant grant, Actor actor) {
        return definition(grant).centres().stream()
                .filter(centre -> actor.may(Action.SUBMIT, ObjectKind.REGISTRY_RECORD,
                        grant.scope().atCentre(centre.code())))
                .sorted(ThaiOrder.by(centre -> centre.name().th()))
                .toList();
    }

    LocalizedText centre(ImportFile file) {
        return programmes.current(file.programmeKey())
                .flatMap(definition -> definition.centre(file.centreCode()))
                .map(CentreDefinition::name)
                .orElseGet(() -> new LocalizedText(file.centreCode(), null));
    }

    boolean mayAct(ImportFile file, Actor actor) {
        return actor.may(Action.SUBMIT, ObjectKind.REGISTRY_RECORD, file.scope());
    }

    private ProgrammeDefinition definition(Grant grant) {
        return programmes.version(grant.programmeKey(), grant.programmeVersion());
    }
}
