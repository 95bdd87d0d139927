package org.thun.shared;

import com.github.f4b6a3.ulid.UlidCreator;
import java.util.Locale;

/** New identities of domain objects: 26 characters (ULID, lower case), unique without asking the database. */
public final class Ids {

    private Ids() {}

    /** A new id. Ids made later sort later, so they also keep primary-key inserts at the end of the index. */
    public static String next() {
        return UlidCreator.getMonotonicUlid().toString().toLowerCase(Locale.ROOT);
    }
}
