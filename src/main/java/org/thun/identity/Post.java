package org.thun.identity;

import java.time.LocalDate;

/**
 * A role that a person holds within a scope.
 *
 * @param role what the person is
 * @param scopeKind how wide the post reaches
 * @param scopeId what it reaches, by the kind
 * @param validFrom first day
 * @param validTo last day, or {@code null} while it runs
 */
public record Post(Role role, ScopeKind scopeKind, String scopeId, LocalDate validFrom, LocalDate validTo) {

    /** Where this post stands, in the form of {@link Scope#addresses()}. */
    public String address() {
        return scopeKind.address(scopeId);
    }

    /** Whether an object of that scope is within this post. */
    public boolean covers(Scope scope) {
        return scope.addresses().contains(address());
    }

    /** Whether this is a centre's post in the programme of that scope: such people read the plan they work for. */
    boolean worksWithin(Scope scope) {
        return scopeKind == ScopeKind.CENTRE
                && scope.centreCode() == null
                && scope.programmeKey() != null
                && scopeId.startsWith(scope.programmeKey() + "/");
    }
}
