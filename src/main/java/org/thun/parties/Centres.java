package org.thun.parties;

import java.util.List;
import java.util.Optional;

/** The centres of the programmes, kept in step with the definitions. */
public interface Centres {

    /** The centres of a programme that are active today, by name in Thai order. */
    List<Centre> all(String programmeKey);

    /** A centre by its code, active or not: history still names centres that have ended. */
    Optional<Centre> find(String programmeKey, String code);

    /** A centre by its id, active or not. */
    Optional<Centre> byId(String centreId);
}
