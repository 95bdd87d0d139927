package org.thun.grants.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.thun.audit.AuditStreams;
import org.thun.grants.Grant;
import org.thun.identity.Reach;
import org.thun.identity.Scope;
import org.thun.identity.ScopeChoices;
import org.thun.identity.ScopeKind;
import org.thun.shared.LocalizedText;

/** Grants that posts can be given for, and whose story the audit trail tells. */
@Component
@Order(3)
class GrantScopes implements ScopeChoices, AuditStreams {

    private final GrantMapper grants;

    GrantScopes(GrantMapper grants) {
        this.grants = grants;
    }

    @Override
    public ScopeKind kind() {
        return ScopeKind.GRANT;
    }

    @Override
    public List<Choice> choices() {
        return grants.within(Reach.EVERYTHING).stream()
                .map(GrantRow::toGrant)
                .map(grant -> new Choice(grant.id(), name(grant)))
                .toList();
    }

    @Override
    public List<Scope> scopesOf(String grantId) {
        return grants.find(grantId).map(row -> row.toGrant().scope()).stream().toList();
    }

    @Override
    public Set<String> within(Reach reach) {
        return grants.within(reach).stream().map(row -> row.toGrant().id()).collect(Collectors.toSet());
    }

    @Override
    public Optional<Subject> subjectOf(String streamId) {
        return grants.find(streamId)
                .map(GrantRow::toGrant)
                .map(grant -> new Subject(name(grant), grant.scope(), grant.path()));
    }

    private static LocalizedText name(Grant grant) {
        LocalizedText title = grant.title();
        return new LocalizedText(grant.number() + " " + title.th(),
                title.en() == null ? null : grant.number() + " " + title.en());
    }
}
