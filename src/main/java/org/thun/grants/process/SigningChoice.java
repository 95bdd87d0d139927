package org.thun.grants.process;

/** What a signatory does with an agreement. */
enum SigningChoice {
    SIGN,
    RETURN
}
