package org.thun.parties.internal;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.thun.identity.Scope;
import org.thun.identity.ScopeChoices;
import org.thun.identity.ScopeKind;
import org.thun.parties.Centres;
import org.thun.programmes.ProgrammeSummary;
import org.thun.programmes.Programmes;

/** Centres that posts can be given for. */
@Component
@Order(4)
class CentreScopes implements ScopeChoices {

    private final Centres centres;
    private final Programmes programmes;

    CentreScopes(Centres centres, Programmes programmes) {
        this.centres = centres;
        this.programmes = programmes;
    }

    @Override
    public ScopeKind kind() {
        return ScopeKind.CENTRE;
    }

    @Override
    public List<Choice> choices() {
        return programmes.all().stream()
                .map(ProgrammeSummary::key)
                .flatMap(key -> centres.all(key).stream())
                .map(centre -> new Choice(Scope.centreId(centre.programmeKey(), centre.code()), centre.name()))
                .toList();
    }
}
