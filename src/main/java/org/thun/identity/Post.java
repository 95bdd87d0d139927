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

    /** Whether the post is held on that day. */
    public boolean isHeldOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether there is a day on which both posts are held. */
    public boolean overlaps(Post other) {
        return (validTo == null || !validTo.isBefore(other.validFrom))
                && (other.validTo == null || !other.validTo.isBefore(validFrom));
    }

    /**
     * Whether some object may lie within both posts. Kinds that say nothing of each other (an organisation and a programme)
     * count as meeting: who separates duties has to fear the worst.
     */
    public boolean mayMeet(Post other) {
        if (scopeKind == ScopeKind.ALL || other.scopeKind == ScopeKind.ALL) {
            return true;
        }
        if (scopeKind == other.scopeKind) {
            return scopeId.equals(other.scopeId);
        }
        return inProgrammeOf(other) && other.inProgrammeOf(this);
    }

    private boolean inProgrammeOf(Post other) {
        return scopeKind != ScopeKind.CENTRE
                || other.scopeKind != ScopeKind.PROGRAMME
                || scopeId.startsWith(other.scopeId + "/");
    }

    /** Whether this is a centre's post in the programme of that scope: such people read the plan they work for. */
    boolean worksWithin(Scope scope) {
        return scopeKind == ScopeKind.CENTRE
                && scope.centreCode() == null
                && scope.programmeKey() != null
                && scopeId.startsWith(scope.programmeKey() + "/");
    }
}
