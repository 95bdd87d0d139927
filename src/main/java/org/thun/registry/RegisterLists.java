package org.thun.registry;

import java.util.List;
import java.util.Set;
import org.thun.programmes.CodeItem;
import org.thun.programmes.Indicator;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.programmes.ProgrammeDefinition;

/**
 * Which code lists of a programme the fields of a register take their values from. Nothing is fixed here: the lists are
 * those by which the programme breaks down the indicator that counts the register. A list the programme does not have is
 * empty, and the field is then not asked for.
 */
public final class RegisterLists {

    /** Name of the code list of sexes. */
    public static final String SEX = "sex";

    /** Breakdowns that are facts of every person or place, not a code of the record's own kind. */
    private static final Set<String> COMMON = Set.of(SEX, "age_group", "district");

    private RegisterLists() {}

    /** Types of organisations, categories of knowledge or themes of campaigns; the list's name, or {@code null}. */
    public static String categoryList(ProgrammeDefinition definition, Register register) {
        return register == Register.PERSON ? null : own(definition, register, null, 0);
    }

    /** Channels of campaigns; the list's name, or {@code null}. */
    public static String channelList(ProgrammeDefinition definition, Register register) {
        return register == Register.CAMPAIGN_ISSUE ? own(definition, register, null, 1) : null;
    }

    /** What a person does in a role (skill, post, field); the list's name, or {@code null}. */
    public static String detailList(ProgrammeDefinition definition, String role) {
        return own(definition, Register.PERSON, role, 0);
    }

    /** The entries of a list that may not exist. */
    public static List<CodeItem> items(ProgrammeDefinition definition, String listName) {
        return listName == null ? List.of() : definition.list(listName);
    }

    private static String own(ProgrammeDefinition definition, Register register, String role, int position) {
        return definition.indicators().stream()
                .filter(indicator -> indicator.source() != null && indicator.source().register() == register)
                .filter(indicator -> role == null || role.equals(indicator.source().role()))
                .map(Indicator::alsoBy)
                .map(lists -> lists.stream().filter(list -> !COMMON.contains(list)).toList())
                .filter(lists -> lists.size() > position)
                .map(lists -> lists.get(position))
                .filter(list -> !definition.list(list).isEmpty())
                .findFirst()
                .orElse(null);
    }
}
