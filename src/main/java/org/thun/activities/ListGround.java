package org.thun.activities;

/** Why a list of the participants of an activity may be kept (BR-39). */
public enum ListGround {
    /** The participants have agreed. */
    CONSENT,
    /** The law allows it without: a public task, a contract, a legitimate interest. */
    OTHER_LAW
}
