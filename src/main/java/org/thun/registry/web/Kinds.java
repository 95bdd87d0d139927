package org.thun.registry.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.web.NotFound;

/** The registers as addresses name them. */
enum Kinds {
    ORGANISATIONS(Register.ORGANISATION),
    PEOPLE(Register.PERSON),
    KNOWLEDGE(Register.KNOWLEDGE),
    CAMPAIGNS(Register.CAMPAIGN_ISSUE),
    COMPLETIONS(Register.COURSE_COMPLETION);

    private final Register register;

    Kinds(Register register) {
        this.register = register;
    }

    public Register register() {
        return register;
    }

    /** Last part of the address. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Address of the list. */
    public String path() {
        return "/registers/" + slug();
    }

    static Kinds of(Register register) {
        return Arrays.stream(values()).filter(kind -> kind.register == register).findFirst().orElseThrow();
    }

    /** @throws NotFound if there is no such register */
    static Kinds named(String slug) {
        return Arrays.stream(values())
                .filter(kind -> kind.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new NotFound("register " + slug));
    }

    static List<Kinds> all() {
        return List.of(values());
    }
}
