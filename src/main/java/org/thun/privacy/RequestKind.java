package org.thun.privacy;

/** What is asked for. */
public enum RequestKind {
    /** A file with more people than one person may take out alone. */
    EXPORT,
    /** Taking the name of a person out of a record, at that person's wish. */
    ANONYMISE,
    /** Reducing the people of a closed grant to counts, because their retention has ended (BR-38). */
    RETENTION
}
