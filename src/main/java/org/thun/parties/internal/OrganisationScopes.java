package org.thun.parties.internal;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.thun.identity.Scope;
import org.thun.identity.ScopeChoices;
import org.thun.identity.ScopeKind;

/** Organisations over whose grants posts can be given. */
@Component
@Order(2)
class OrganisationScopes implements ScopeChoices {

    private final OrganisationMapper organisations;

    OrganisationScopes(OrganisationMapper organisations) {
        this.organisations = organisations;
    }

    @Override
    public ScopeKind kind() {
        return ScopeKind.ORGANISATION;
    }

    @Override
    public List<Choice> choices() {
        return organisations.all().stream()
                .map(OrganisationRow::toOrganisation)
                .map(organisation -> new Choice(organisation.id(), organisation.name()))
                .toList();
    }

    @Override
    public List<Scope> scopesOf(String organisationId) {
        return organisations.partsOf(organisationId).stream()
                .map(part -> Scope.ofApplicant(part.programmeKey(), organisationId))
                .distinct()
                .toList();
    }
}
