package org.thun.identity;

/** How wide a post reaches. */
public enum ScopeKind {
    /** The whole installation; the scope id is {@code *}. */
    ALL,
    /** One programme; the scope id is its key. */
    PROGRAMME,
    /** Every grant of one organisation; the scope id is the organisation's id. */
    ORGANISATION,
    /** One grant; the scope id is its id. */
    GRANT,
    /** One centre; the scope id is {@link Scope#centreId}. */
    CENTRE;

    /** How inbox and permission checks write this scope. */
    public String address(String scopeId) {
        return switch (this) {
            case ALL -> "*";
            case PROGRAMME -> "programme:" + scopeId;
            case ORGANISATION -> "org:" + scopeId;
            case GRANT -> "grant:" + scopeId;
            case CENTRE -> "centre:" + scopeId;
        };
    }
}
