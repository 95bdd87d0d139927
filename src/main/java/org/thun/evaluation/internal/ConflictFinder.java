package org.thun.evaluation.internal;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thun.evaluation.Candidate.Tie;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Accounts;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.identity.ScopeKind;
import org.thun.shared.BusinessClock;

/** Finds conflicts of interest instead of waiting for them to be declared (SD3). */
@Component
class ConflictFinder {

    private static final Set<Role> GRANTEE = EnumSet.of(Role.GL, Role.GC, Role.GF);
    private static final Set<Role> CENTRE = EnumSet.of(Role.CC, Role.CD);
    private static final Set<Role> AT_WORK_ON_THE_GRANT = EnumSet.of(Role.MT, Role.PR, Role.PO);

    private final Accounts accounts;
    private final Grants grants;
    private final BusinessClock clock;

    ConflictFinder(Accounts accounts, Grants grants, BusinessClock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.clock = clock;
    }

    /** The posts that tie a person to a grant, held today or within so many months. */
    List<Tie> ties(String accountId, Grant grant, int months) {
        LocalDate today = clock.today();
        return accounts.postsBetween(accountId, today.minusMonths(months), today).stream()
                .filter(post -> ties(post, grant))
                .map(post -> new Tie(post.role(), post.validFrom(), post.validTo()))
                .toList();
    }

    private boolean ties(Post post, Grant grant) {
        Scope scope = grant.scope();
        if (GRANTEE.contains(post.role())) {
            return post.covers(scope) || isOfGrantee(post, grant);
        }
        if (CENTRE.contains(post.role())) {
            return post.covers(scope)
                    || post.scopeKind() == ScopeKind.CENTRE && post.scopeId().startsWith(grant.programmeKey() + "/");
        }
        return AT_WORK_ON_THE_GRANT.contains(post.role()) && post.covers(scope);
    }

    /** A post in another grant of the same organisation is a post in the grantee. */
    private boolean isOfGrantee(Post post, Grant grant) {
        return post.scopeKind() == ScopeKind.GRANT
                && grants.get(post.scopeId()).organisationId().equals(grant.organisationId());
    }
}
