package org.thun.programmes.internal;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.thun.identity.ScopeChoices;
import org.thun.identity.ScopeKind;
import org.thun.programmes.Programmes;

/** Programmes that posts can be given for. */
@Component
@Order(1)
class ProgrammeScopes implements ScopeChoices {

    private final Programmes programmes;

    ProgrammeScopes(Programmes programmes) {
        this.programmes = programmes;
    }

    @Override
    public ScopeKind kind() {
        return ScopeKind.PROGRAMME;
    }

    @Override
    public List<Choice> choices() {
        return programmes.all().stream()
                .map(programme -> new Choice(programme.key(), programme.title()))
                .toList();
    }
}
