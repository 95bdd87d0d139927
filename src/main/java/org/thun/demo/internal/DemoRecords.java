package org.thun.demo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.parties.Centre;
import org.thun.parties.Centres;
import org.thun.programmes.CodeItem;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.registry.HeldRole;
import org.thun.registry.LawfulGround;
import org.thun.registry.RecordFacts;
import org.thun.registry.RecordFilter;
import org.thun.registry.RegisterLists;
import org.thun.registry.RegisterRecord;
import org.thun.registry.Registers;
import org.thun.shared.Ids;
import org.thun.shared.Outcome;

/**
 * What the centres of the demonstration enter, and what is verified of it. Names are put together by chance from a fixed
 * seed; nobody of that name is meant. The numbers are small: a demonstration must start within a minute.
 */
@Component
@Profile("demo")
class DemoRecords {

    private static final int SEED = 2559;
    private static final int ROUND_OF_OPERATORS = 40;
    private static final int PAGE = 500;
    private static final int BORN_FROM = 1945;
    private static final int BORN_WITHIN = 50;
    /** Checks like a citizen number and belongs to nobody: such numbers begin with 1 to 8. */
    private static final String MADE_UP_NUMBER = "9000000000004";
    private static final List<String> FIRST_NAMES = List.of("สมชาย", "สมหญิง", "ประยูร", "มาลี", "บุญมี", "คำปัน", "อารีย์",
            "สุรชัย", "พรทิพย์", "วันดี", "ชาญชัย", "จันทร์เพ็ญ", "ทองดี", "รัตนา", "ไพโรจน์", "กัญญา");
    private static final List<String> SURNAMES = List.of("ใจดี", "แก้วมณี", "บุญเรือง", "ศรีสุข", "ทองคำ", "รักษ์ถิ่น", "พัฒนา",
            "มั่นคง", "เจริญสุข", "อยู่เย็น", "นาดี", "สายน้ำ");
    private static final List<String> ORGANISATIONS = List.of("กลุ่มออมทรัพย์", "กองทุนสวัสดิการชุมชน", "วิสาหกิจชุมชน",
            "กลุ่มแม่บ้าน", "เครือข่ายป่าชุมชน", "สภาองค์กรชุมชน", "ชมรมผู้สูงอายุ", "กลุ่มเยาวชน");
    private static final List<String> PLACES = List.of("บ้านหนองบัว", "บ้านดอนแก้ว", "บ้านท่าข้าม", "บ้านโนนสูง", "บ้านทุ่งนา",
            "บ้านแม่สาย", "บ้านปากน้ำ", "บ้านเขาน้อย");
    private static final List<String> ITEMS = List.of("บทเรียนการจัดการขยะ", "ตำรับอาหารพื้นบ้าน", "กติกาป่าชุมชน",
            "แผนที่ทุนทางสังคม", "ระบบดูแลผู้สูงอายุ", "ตลาดสีเขียว");
    private static final List<String> CAMPAIGNS = List.of("หมู่บ้านปลอดเหล้า", "ขับขี่ปลอดภัย", "ผักปลอดสาร", "คืนน้ำใสให้คลอง",
            "เด็กไทยไม่จมน้ำ", "บ้านนี้มีสุข");

    private final Registers registers;
    private final Centres centres;
    private final Programmes programmes;
    private final Random chance = new Random(SEED);
    private final Random births = new Random(SEED);

    DemoRecords(Registers registers, Centres centres, Programmes programmes) {
        this.registers = registers;
        this.centres = centres;
        this.programmes = programmes;
    }

    /** One month of entries: people and organisations in every third centre, items and issues in some. */
    void enterMonth(Grant grant, int month, LocalDate day, Actor dataManager) {
        ProgrammeDefinition programme = programmes.version(grant.programmeKey(), grant.programmeVersion());
        List<RecordFacts> rows = new ArrayList<>();
        List<Centre> all = centres.all(grant.programmeKey());
        for (int i = month % 3; i < all.size(); i += 3) {
            Centre centre = all.get(i);
            rows.add(person(programme, grant, centre, day));
            rows.add(person(programme, grant, centre, day));
            rows.add(organisation(programme, grant, centre, day));
            if (chance.nextInt(3) == 0) {
                rows.add(knowledge(programme, grant, centre, day));
            }
            if (chance.nextInt(4) == 0) {
                rows.add(campaign(programme, grant, centre, day));
            }
        }
        enter(rows, dataManager);
    }

    /** The operators who completed a round of the course, one for each of the first centres. */
    void enterCourse(Grant grant, int round, LocalDate day, Actor dataManager) {
        ProgrammeDefinition programme = programmes.version(grant.programmeKey(), grant.programmeVersion());
        List<Centre> all = centres.all(grant.programmeKey());
        List<RecordFacts> rows = new ArrayList<>();
        for (int i = 0; i < ROUND_OF_OPERATORS && i < all.size(); i++) {
            Centre centre = all.get((round * ROUND_OF_OPERATORS + i) % all.size());
            rows.add(record(Register.COURSE_COMPLETION, grant, centre, day)
                    .person(pick(FIRST_NAMES), pick(SURNAMES), sex(programme))
                    .round(round)
                    .facts());
        }
        enter(rows, dataManager);
    }

    /** A record of one centre that its data manager has begun and not handed in. */
    void beginDraft(Grant grant, String centreCode, LocalDate day, Actor dataManager) {
        ProgrammeDefinition programme = programmes.version(grant.programmeKey(), grant.programmeVersion());
        Centre centre = centres.find(grant.programmeKey(), centreCode).orElseThrow();
        registers.enter(person(programme, grant, centre, day), false, dataManager).orElseThrow();
    }

    /** Records of one centre handed in today: they wait for a verifier. */
    void enterForVerification(Grant grant, String centreCode, LocalDate day, Actor dataManager) {
        ProgrammeDefinition programme = programmes.version(grant.programmeKey(), grant.programmeVersion());
        Centre centre = centres.find(grant.programmeKey(), centreCode).orElseThrow();
        enter(List.of(person(programme, grant, centre, day), organisation(programme, grant, centre, day),
                knowledge(programme, grant, centre, day)), dataManager);
    }

    /**
     * Records that two people entered of the same person: one recognised by the citizen number, in two provinces; one by
     * name, year of birth and sub-district, in one. They wait for a decision.
     */
    void enterDuplicates(Grant grant, String centreCode, String otherCode, LocalDate day, Actor dataManager) {
        Centre one = centres.find(grant.programmeKey(), centreCode).orElseThrow();
        Centre other = centres.find(grant.programmeKey(), otherCode).orElseThrow();
        ProgrammeDefinition programme = programmes.version(grant.programmeKey(), grant.programmeVersion());
        List<CodeItem> roles = programme.list("person_role");
        enter(List.of(
                twice(grant, one, day, "บุญยืน", "ใจกล้า", roles.get(0)).withCitizenNumber(MADE_UP_NUMBER),
                twice(grant, other, day, "บุญยืน", "ใจกล้า", roles.get(1)).withCitizenNumber(MADE_UP_NUMBER),
                twice(grant, one, day, "ศรีวรรณ", "แก้วใส", roles.get(0)),
                twice(grant, one, day, "นางศรีวัน", "แก้วไส", roles.get(1))), dataManager);
    }

    private static RecordFacts twice(Grant grant, Centre centre, LocalDate day, String name, String surname, CodeItem role) {
        return record(Register.PERSON, grant, centre, day)
                .person(name, surname, null)
                .born(BORN_FROM)
                .roles(List.of(new HeldRole(role.code(), null)))
                .facts();
    }

    /** The verifier works off what waits; a few of a hundred are sent back. */
    void verifyWaiting(Grant grant, Actor verifier) {
        List<String> good = new ArrayList<>();
        List<String> poor = new ArrayList<>();
        for (RegisterRecord waiting :
                registers.waiting(new RecordFilter(null, grant.id(), null, null, null, null), verifier, 1, PAGE).rows()) {
            (chance.nextInt(30) == 0 ? poor : good).add(waiting.facts().id());
        }
        registers.verifyAll(good, verifier).forEach(Outcome::orElseThrow);
        registers.rejectAll(poor, "หลักฐานไม่ตรงกับข้อมูลที่กรอก (ข้อมูลสังเคราะห์)", verifier).forEach(Outcome::orElseThrow);
    }

    private void enter(List<RecordFacts> rows, Actor dataManager) {
        registers.enterAll(rows, dataManager).forEach(Outcome::orElseThrow);
    }

    private RecordFacts person(ProgrammeDefinition programme, Grant grant, Centre centre, LocalDate day) {
        List<HeldRole> roles = new ArrayList<>();
        for (CodeItem role : programme.list("person_role")) {
            boolean held = role.code().equals("volunteer_citizen") || chance.nextInt(4) == 0;
            if (held) {
                String list = RegisterLists.detailList(programme, role.code());
                roles.add(new HeldRole(role.code(), code(RegisterLists.items(programme, list))));
            }
        }
        return record(Register.PERSON, grant, centre, day)
                .person(pick(FIRST_NAMES), pick(SURNAMES), sex(programme))
                .born(BORN_FROM + births.nextInt(BORN_WITHIN))
                .roles(roles)
                .facts();
    }

    private RecordFacts organisation(ProgrammeDefinition programme, Grant grant, Centre centre, LocalDate day) {
        return record(Register.ORGANISATION, grant, centre, day)
                .named(pick(ORGANISATIONS) + pick(PLACES))
                .category(code(RegisterLists.items(
                        programme, RegisterLists.categoryList(programme, Register.ORGANISATION))))
                .facts();
    }

    private RecordFacts knowledge(ProgrammeDefinition programme, Grant grant, Centre centre, LocalDate day) {
        return record(Register.KNOWLEDGE, grant, centre, day)
                .named(pick(ITEMS) + " " + pick(PLACES))
                .category(code(RegisterLists.items(programme, RegisterLists.categoryList(programme, Register.KNOWLEDGE))))
                .facts();
    }

    private RecordFacts campaign(ProgrammeDefinition programme, Grant grant, Centre centre, LocalDate day) {
        return record(Register.CAMPAIGN_ISSUE, grant, centre, day)
                .named(pick(CAMPAIGNS) + " " + centre.name().th())
                .category(code(RegisterLists.items(
                        programme, RegisterLists.categoryList(programme, Register.CAMPAIGN_ISSUE))))
                .channel(code(RegisterLists.items(
                        programme, RegisterLists.channelList(programme, Register.CAMPAIGN_ISSUE))))
                .link("https://example.org/campaign/" + Ids.next())
                .facts();
    }

    private String sex(ProgrammeDefinition programme) {
        return code(programme.list(RegisterLists.SEX));
    }

    private String code(List<CodeItem> items) {
        return items.isEmpty() ? null : items.get(chance.nextInt(items.size())).code();
    }

    private String pick(List<String> texts) {
        return texts.get(chance.nextInt(texts.size()));
    }

    private static Draft record(Register register, Grant grant, Centre centre, LocalDate day) {
        return new Draft(register, grant, centre, day);
    }

    /** A record being put together; what is not set stays empty. */
    private static final class Draft {

        private final Register register;
        private final Grant grant;
        private final Centre centre;
        private final LocalDate day;
        private String name;
        private String surname;
        private String category;
        private String channel;
        private String link;
        private String sex;
        private Integer birthYear;
        private Integer round;
        private List<HeldRole> roles = List.of();

        Draft(Register register, Grant grant, Centre centre, LocalDate day) {
            this.register = register;
            this.grant = grant;
            this.centre = centre;
            this.day = day;
        }

        Draft named(String text) {
            name = text;
            return this;
        }

        Draft person(String first, String last, String sexCode) {
            name = first;
            surname = last;
            sex = sexCode;
            return this;
        }

        Draft born(int year) {
            birthYear = year;
            return this;
        }

        Draft category(String code) {
            category = code;
            return this;
        }

        Draft channel(String code) {
            channel = code;
            return this;
        }

        Draft link(String address) {
            link = address;
            return this;
        }

        Draft roles(List<HeldRole> held) {
            roles = held;
            return this;
        }

        Draft round(int no) {
            round = no;
            return this;
        }

        RecordFacts facts() {
            boolean somebody = surname != null;
            return new RecordFacts(Ids.next(), register, grant.id(), centre.code(), name, surname, null, null, null,
                    category, channel, link, sex, birthYear, roles, round, day,
                    "ข้อมูลสังเคราะห์เพื่อการสาธิต", somebody ? LawfulGround.CONSENT : null, somebody ? day : null,
                    somebody, null);
        }
    }
}
