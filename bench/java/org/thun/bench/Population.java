package org.thun.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.thun.grants.Grant;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.CodeItem;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.registry.RegisterLists;
import org.thun.registry.internal.SearchKeys;
import org.thun.shared.Ids;

/**
 * Everybody and everything the reference programme promises to reach, made up: 500,000 volunteers, 50,000 leaders, 10,000
 * facilitators, 200,000 organisations, 3,000 items of knowledge, 100 campaigns and 80 operators, entered by all centres and
 * verified over the months of the grant. From a fixed seed; nobody of such a name is meant.
 */
final class Population {

    static final int VOLUNTEERS = 500_000;
    private static final int LEADERS = 50_000;
    private static final int FACILITATORS = 10_000;
    private static final int ORGANISATIONS = 200_000;
    private static final int ITEMS = 3_000;
    private static final int CAMPAIGNS = 100;
    private static final int OPERATORS = 80;
    private static final int SEED = 2559;

    private static final List<String> SYLLABLES = List.of("สม", "บุญ", "วิ", "ประ", "สุ", "อา", "นภา", "ชัย", "พร", "ทอง",
            "รัตน", "กิจ", "วรรณ", "ศรี", "มณี", "จันทร์", "เพชร", "ธน", "กมล", "อรุณ", "สิริ", "พงษ์", "ภัทร", "ณรงค์");
    private static final List<String> RECORD = List.of("id", "register_code", "programme_key", "organisation_id", "grant_id",
            "centre_code", "province_code", "name", "surname", "sort_key", "district", "subdistrict", "category_code",
            "channel_code", "sex_code", "birth_year", "round_no", "dated_on", "source_text", "ground_code",
            "consented_on", "purpose_told", "state", "version_no", "author_id", "author_name", "entered_at",
            "first_submitted_on", "submitted_at", "verifier_name", "verified_on", "fresh_until");
    private static final List<String> ROLE = List.of("record_id", "role_code", "detail_code");
    private static final List<String> STANDING = List.of("record_id", "facet_code", "counts_from", "counts_to", "grant_id",
            "register_code", "centre_code", "verifier_name", "sex_code", "birth_year", "district", "detail_code");
    private static final List<String> NAME = List.of("record_id", "word_no", "register_code", "centre_code",
            Loader.HEX + "skeleton_key", Loader.HEX + "sound_key");
    private static final String PLACES = """
            INSERT INTO registry_place (grant_id, register_code, centre_code, district, subdistrict)
            SELECT DISTINCT grant_id, register_code, centre_code, district,
                   CASE WHEN register_code IN ('PERSON', 'COURSE_COMPLETION') THEN '' ELSE subdistrict END
            FROM registry_record
            """;
    private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    private final Grant grant;
    private final ProgrammeDefinition definition;
    private final LocalDate until;
    private final Random chance = new Random(SEED);

    /** @param until last day on which something was verified */
    Population(Grant grant, ProgrammeDefinition definition, LocalDate until) {
        this.grant = grant;
        this.definition = definition;
        this.until = until;
    }

    /** One made-up record. */
    private record Made(
            String id,
            Register register,
            CentreDefinition centre,
            String name,
            String surname,
            String category,
            String channel,
            String role,
            String detail,
            String sex,
            Integer birthYear,
            Integer round,
            String district,
            LocalDate verifiedOn) {

        boolean personal() {
            return register == Register.PERSON || register == Register.COURSE_COMPLETION;
        }

        LocalDate freshUntil() {
            return switch (register) {
                case PERSON, KNOWLEDGE -> verifiedOn.plusMonths(12);
                case ORGANISATION -> verifiedOn.plusMonths(24);
                default -> FOR_EVER;
            };
        }
    }

    /** Puts all of them into the registers, verified and counting; gives their number. The summaries follow later. */
    long loadInto(Loader loader) throws IOException, SQLException {
        List<Made> all = new ArrayList<>();
        people("volunteer_citizen", VOLUNTEERS, all);
        people("community_leader", LEADERS, all);
        people("facilitator", FACILITATORS, all);
        things(Register.ORGANISATION, ORGANISATIONS, all);
        things(Register.KNOWLEDGE, ITEMS, all);
        things(Register.CAMPAIGN_ISSUE, CAMPAIGNS, all);
        things(Register.COURSE_COMPLETION, OPERATORS, all);
        long rows = loader.load("registry_record", RECORD, sink -> {
            for (Made made : all) {
                record(made, sink);
            }
        });
        loader.load("registry_role", ROLE, sink -> {
            for (Made made : all) {
                if (made.role() != null) {
                    sink.row(made.id(), made.role(), made.detail());
                }
            }
        });
        loader.load("registry_standing", STANDING, sink -> {
            for (Made made : all) {
                sink.row(made.id(), facet(made), made.verifiedOn(), made.freshUntil(), grant.id(), made.register(),
                        made.centre().code(), "ผู้ตรวจสอบ (สังเคราะห์)", made.sex(), made.birthYear(), made.district(),
                        made.role() == null ? made.channel() : made.detail());
            }
        });
        loader.load("registry_name", NAME, sink -> {
            for (Made made : all) {
                int word = 0;
                for (SearchKeys.Hex key : SearchKeys.of(made.register(), made.name(), made.surname())) {
                    sink.row(made.id(), ++word, made.register(), made.centre().code(), key.skeleton(), key.sound());
                }
            }
        });
        loader.run(PLACES);
        loader.run("ANALYZE TABLE registry_record, registry_role, registry_standing, registry_name, registry_place");
        return rows;
    }

    /** The name of somebody or something made up. */
    String name() {
        return pick(SYLLABLES) + pick(SYLLABLES) + (chance.nextBoolean() ? pick(SYLLABLES) : "");
    }

    private void people(String role, int count, List<Made> all) {
        String list = RegisterLists.detailList(definition, role);
        for (int i = 0; i < count; i++) {
            all.add(new Made(Ids.next(), Register.PERSON, centre(i), name(), name(), null, null, role,
                    code(RegisterLists.items(definition, list)), code(definition.list(RegisterLists.SEX)),
                    1940 + chance.nextInt(60), null, district(), day()));
        }
    }

    private void things(Register register, int count, List<Made> all) {
        boolean personal = register == Register.COURSE_COMPLETION;
        for (int i = 0; i < count; i++) {
            all.add(new Made(Ids.next(), register, centre(i), name() + (personal ? "" : " " + i), personal ? name() : null,
                    code(RegisterLists.items(definition, RegisterLists.categoryList(definition, register))),
                    code(RegisterLists.items(definition, RegisterLists.channelList(definition, register))), null, null,
                    personal ? code(definition.list(RegisterLists.SEX)) : null,
                    personal ? Integer.valueOf(1980) : null, personal ? Integer.valueOf(1 + i % 2) : null, district(),
                    day()));
        }
    }

    private void record(Made made, Loader.Sink sink) throws IOException {
        String whole = made.surname() == null ? made.name() : made.name() + " " + made.surname();
        LocalDate datedOn = made.verifiedOn().minusDays(7).isBefore(grant.effectiveFrom())
                ? grant.effectiveFrom()
                : made.verifiedOn().minusDays(7);
        sink.row(made.id(), made.register(), grant.programmeKey(), grant.organisationId(), grant.id(),
                made.centre().code(), made.centre().provinceCode(), made.name(), made.surname(), whole, made.district(),
                "ตำบล (สังเคราะห์)", made.category(), made.channel(), made.sex(), made.birthYear(), made.round(), datedOn,
                "ข้อมูลสังเคราะห์", made.personal() ? "CONSENT" : null, made.personal() ? datedOn : null, made.personal(),
                "VERIFIED", 1, "synthetic", "สังเคราะห์", datedOn + " 09:00:00", datedOn, datedOn + " 09:00:00",
                "ผู้ตรวจสอบ (สังเคราะห์)", made.verifiedOn(),
                made.freshUntil().equals(FOR_EVER) ? null : made.freshUntil());
    }

    private static String facet(Made made) {
        if (made.role() != null) {
            return made.role();
        }
        return made.category() == null ? "-" : made.category();
    }

    private CentreDefinition centre(int i) {
        return definition.centres().get(i % definition.centres().size());
    }

    private String district() {
        return "อำเภอที่ " + (1 + chance.nextInt(12));
    }

    private LocalDate day() {
        long days = ChronoUnit.DAYS.between(grant.effectiveFrom(), until);
        return grant.effectiveFrom().plusDays((long) (chance.nextDouble() * days));
    }

    private String code(List<CodeItem> items) {
        return items.isEmpty() ? null : pick(items).code();
    }

    private <T> T pick(List<T> items) {
        return items.get(chance.nextInt(items.size()));
    }
}
