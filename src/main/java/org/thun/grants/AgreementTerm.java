package org.thun.grants;

/**
 * What the two sides agreed in words.
 *
 * @param kind what it is about
 * @param subject which one: a heading, or the code of a centre
 * @param body the words
 */
public record AgreementTerm(Kind kind, String subject, String body) {

    /** What a term is about. */
    public enum Kind {
        /** The scope of the work. */
        SCOPE,
        /** The organisation that carries a centre. */
        PARTNER
    }
}
