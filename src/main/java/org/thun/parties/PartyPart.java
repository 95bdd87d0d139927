package org.thun.parties;

/** What an organisation is in a programme. */
public enum PartyPart {
    FUNDER,
    GRANTEE,
    PARTNER
}
