package org.thun.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.Cursor;
import org.thun.registry.HeldRole;
import org.thun.registry.LawfulGround;
import org.thun.registry.PersonalRecords;
import org.thun.registry.RecordFacts;
import org.thun.registry.RecordFilter;
import org.thun.registry.RecordGap;
import org.thun.registry.RecordState;
import org.thun.registry.RegisterRecord;
import org.thun.registry.Registers;
import org.thun.registry.Stretch;
import org.thun.shared.Ids;
import org.thun.testing.EvidenceTest;

/** Finding records by what somebody remembers of them, and walking long lists. */
class NameSearchModuleTests extends EvidenceTest {

    @Autowired
    private PersonalRecords personal;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void findsAPersonByTheBeginningOfEitherName() {
        enter("สมชาย", "ใจดี");
        enter("สมใจ", "ชายแดน");
        assertThat(found("สมช")).as("what is like it comes after").first().isEqualTo("สมชาย ใจดี");
        assertThat(found("สม")).containsExactly("สมใจ ชายแดน", "สมชาย ใจดี");
        assertThat(found("ชาย")).containsExactly("สมใจ ชายแดน");
        assertThat(found("สมชาย ใจ")).containsExactly("สมชาย ใจดี");
        assertThat(found("ใจดี")).first().isEqualTo("สมชาย ใจดี");
    }

    @Test
    void readsOverTitlesBlanksToneMarksAndLettersOfOneSound() {
        enter("สมชาย", "ใจดี");
        enter("ศิริพร", "แก้วมณี");
        enter("จันทร์เพ็ญ", "วรรณา");
        for (String typed : List.of("นายสมชาย ใจดี", "นาย สมชาย", "ด.ช. สมชาย ใจดี", "สมชายใจดี", " สมชาย   ใจดี ", "สมชาญ ใจดี",
                "ใจดี สมชาย")) {
            assertThat(found(typed)).as(typed).first().isEqualTo("สมชาย ใจดี");
        }
        for (String typed : List.of("สิริพร", "น.ส.ศิริพร แกวมนี", "ศริพร แก้วมณี", "ศิริพรแก้วมณี")) {
            assertThat(found(typed)).as(typed).first().isEqualTo("ศิริพร แก้วมณี");
        }
        for (String typed : List.of("จันเพ็ญ", "จันทรเพ็ญ", "จันทร์เพ็ญ วันนา", "จันทร์เพ็ญ วัณณา")) {
            assertThat(found(typed)).as(typed).first().isEqualTo("จันทร์เพ็ญ วรรณา");
        }
    }

    @Test
    void findsANameASlipAway() {
        enter("สมชาย", "ใจดี");
        enter("ประเสริฐ", "ทองสุข");
        for (String typed : List.of("สมชาว", "มสชาย", "สมมนชาย", "สชาย ใจดี", "สมชาย จดี", "สมชาก ใจบี")) {
            assertThat(found(typed)).as(typed).first().isEqualTo("สมชาย ใจดี");
        }
        assertThat(found("ประเสริด ทองสุก")).containsExactly("ประเสริฐ ทองสุข");
        assertThat(found("ปะเสิด ทองสุข")).containsExactly("ประเสริฐ ทองสุข");
        assertThat(found("วิชัย ใจกล้า")).as("another name").isEmpty();
        assertThat(found("!?")).isEmpty();
    }

    @Test
    void findsRomanisedNamesHoweverTheyAreSpelled() {
        RecordFacts facts = facts("สมชาย", "ใจดี", "Mr. Somchai Jaidee", "เมือง");
        registers.enter(facts, true, dataManager).orElseThrow();
        for (String typed : List.of("Somchai", "somchay jaidi", "SOMCHAI CHAIDEE", "jaidee", "Mr Somchai")) {
            assertThat(found(typed)).as(typed).containsExactly("สมชาย ใจดี");
        }
    }

    @Test
    void findsAnOrganisationByAnyWordOfItsName() {
        registers.enter(organisation("กลุ่มออมทรัพย์บ้านหนองบัว"), true, dataManager).orElseThrow();
        registers.enter(organisation("ชมรมผู้สูงอายุตำบลสันทราย"), true, dataManager).orElseThrow();
        for (String typed : List.of("กลุ่มออม", "ออมทรัพย์", "หนองบัว", "บ้านหนองบัว", "หนองบว", "กลุ่ม ออมทรัพย์")) {
            assertThat(foundIn(Register.ORGANISATION, typed)).as(typed).containsExactly("กลุ่มออมทรัพย์บ้านหนองบัว");
        }
        assertThat(foundIn(Register.ORGANISATION, "ผู้สูงอายุ")).containsExactly("ชมรมผู้สูงอายุตำบลสันทราย");
    }

    @Test
    void putsTheVeryNameFirst() {
        enter("มานพ", "ก");
        enter("มานี", "ข");
        enter("มานิตย์", "ค");
        enter("มาณี", "ง");
        enter("วิชัย", "ฉ");
        List<String> found = found("มานี");
        assertThat(found.subList(0, 2)).as("read alike").containsExactlyInAnyOrder("มานี ข", "มาณี ง");
        assertThat(found.subList(2, found.size())).as("the longer ones after").contains("มานพ ก", "มานิตย์ ค")
                .doesNotContain("วิชัย ฉ");
    }

    @Test
    @DisplayName("BR-39: a name finds nothing in other centres, nor who has withdrawn, nor what was said before a correction")
    void findsOnlyWhatMayBeSeenAsItStands() {
        RecordFacts facts = facts("บัวลอย", "ใจงาม", null, "เมือง");
        registers.enter(facts, true, dataManager).orElseThrow();
        assertThat(registers.list(filter(Register.PERSON, "บัวลอย"), neighbour, 1, 10).total()).isZero();
        assertThat(registers.list(filter(Register.PERSON, "บัวลอย"), officer, 1, 10).total()).isEqualTo(1);

        RecordFacts renamed = new RecordFacts(facts.id(), facts.register(), facts.grantId(), facts.centreCode(), "ดอกแก้ว",
                facts.surname(), null, facts.district(), null, null, null, null, null, null, facts.roles(), null,
                facts.datedOn(), null, facts.ground(), facts.consentedOn(), true, null);
        registers.correct(renamed, 1, true, dataManager).orElseThrow();
        assertThat(found("บัวลอย")).isEmpty();
        assertThat(found("ดอกแก้ว")).containsExactly("ดอกแก้ว ใจงาม");
        registers.withdraw(facts.id(), "ขอถอน", dataManager).orElseThrow();
        assertThat(found("ดอกแก้ว")).isEmpty();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM registry_name WHERE record_id = ?", Integer.class, facts.id()))
                .as("nothing of the name is kept").isZero();
    }

    @Test
    void narrowsANameByEverythingElse() {
        enter("สมชาย", "ใจดี");
        String other = registers.enter(facts("สมชาย", "ใจงาม", null, "แม่ริม"), true, dataManager).orElseThrow();
        registers.verify(other, verifier).orElseThrow();
        assertThat(names(new RecordFilter(Register.PERSON, grant.id(), null, RecordState.VERIFIED, null, "สมชาย")))
                .containsExactly("สมชาย ใจงาม");
        assertThat(names(new RecordFilter(Register.PERSON, grant.id(), null, null, "community_leader", "สมชาย"))).isEmpty();
        assertThat(names(new RecordFilter(Register.PERSON, grant.id(), null, null, null, "สมชาย", "อ.แม่ริม", null)))
                .containsExactly("สมชาย ใจงาม");
    }

    @Test
    void findsAPlaceAsPeopleWriteIt() {
        registers.enter(facts("สมชาย", "ใจดี", null, "แม่ริม"), true, dataManager).orElseThrow();
        registers.enter(facts("วิชัย", "ใจดี", null, "สันทราย"), true, dataManager).orElseThrow();
        registers.enter(new RecordFacts(Ids.next(), Register.PERSON, grant.id(), LAMPHUN, "อารี", "ใจดี", null, "บ้านโฮ่ง", null,
                null, null, null, null, null, List.of(new HeldRole("facilitator", null)), null, clock.today().minusDays(3),
                null, LawfulGround.PUBLIC_TASK, null, true, null), true, neighbour).orElseThrow();
        for (String typed : List.of("แม่ริม", "อำเภอแม่ริม", "อ. แม่ริม", "แมริม", "แม่")) {
            assertThat(names(place(typed))).as(typed).containsExactly("สมชาย ใจดี");
        }
        assertThat(names(place("เชียงใหม่"))).containsExactly("วิชัย ใจดี", "สมชาย ใจดี");
        assertThat(names(place("จ.ลำพูน"))).containsExactly("อารี ใจดี");
        assertThat(names(place("นราธิวาส"))).isEmpty();
        assertThat(names(place("ศรีภูมิ"))).as("the sub-district of a person is not looked for").isEmpty();
    }

    @Test
    void endsAfterTwoHundred() {
        List<RecordFacts> many = IntStream.range(0, 230).mapToObj(i -> facts("สมหญิง", "ที่" + i, null, "เมือง")).toList();
        registers.enterAll(many, dataManager);
        RecordFilter filter = filter(Register.PERSON, "สมหญิง");
        assertThat(registers.list(filter, officer, 1, 50).total()).isEqualTo(Registers.MOST_FOUND);
        assertThat(registers.list(filter, officer, 4, 50).rows()).hasSize(50);
        assertThat(registers.list(filter, officer, 5, 50).rows()).isEmpty();
        List<String> exported = new ArrayList<>();
        assertThat(personal.export(filter, officer, row -> exported.add(row.id())))
                .as("an export holds the rows on the screen").isEqualTo(Registers.MOST_FOUND);
        assertThat(exported).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        registers.list(filter, officer, 1, 200).rows().stream().map(RegisterRecord::id).toList());
    }

    @Test
    void walksAListForwardsAndBackwardsWithoutMissingOrDoublingAnybody() {
        // Many of one name, so that the order of names alone would not do.
        registers.enterAll(IntStream.range(0, 23).mapToObj(i -> facts(i % 3 == 0 ? "อารี" : "มานี", "เหมือนกัน", null, "เมือง"))
                .toList(), dataManager);
        RecordFilter all = filter(Register.PERSON, null);
        List<String> whole = registers.list(all, dataManager, 1, 100).rows().stream().map(RegisterRecord::id).toList();
        assertThat(whole).hasSize(23);

        List<String> forwards = new ArrayList<>();
        Stretch stretch = registers.list(all, dataManager, Cursor.FIRST, 5);
        assertThat(stretch.earlier()).isFalse();
        assertThat(stretch.total()).isEqualTo(23);
        stretch.rows().forEach(row -> forwards.add(row.id()));
        while (stretch.later()) {
            stretch = registers.list(all, dataManager, Cursor.after(stretch.after()), 5);
            assertThat(stretch.earlier()).isTrue();
            stretch.rows().forEach(row -> forwards.add(row.id()));
        }
        assertThat(forwards).isEqualTo(whole);

        Stretch last = registers.list(all, dataManager, Cursor.LAST, 5);
        assertThat(last.rows()).extracting(RegisterRecord::id).isEqualTo(whole.subList(18, 23));
        assertThat(last.later()).isFalse();
        Stretch before = registers.list(all, dataManager, Cursor.before(last.before()), 5);
        assertThat(before.rows()).extracting(RegisterRecord::id).isEqualTo(whole.subList(13, 18));
        assertThat(before.earlier() && before.later()).isTrue();
        assertThat(registers.list(all, dataManager, Cursor.after("nobody"), 5).rows()).extracting(RegisterRecord::id)
                .as("a record that is gone: from the beginning").isEqualTo(whole.subList(0, 5));
    }

    @Test
    void tellsRecordsThatDoNotSayWhereTheyAre() {
        registers.enter(facts("สมชาย", "ใจดี", null, null), true, dataManager).orElseThrow();
        registers.enter(facts("วิชัย", "ใจดี", null, "สันทราย"), true, dataManager).orElseThrow();
        RecordFilter without = new RecordFilter(Register.PERSON, grant.id(), null, null, null, null, null, RecordGap.DISTRICT);
        assertThat(names(without)).containsExactly("สมชาย ใจดี");
        assertThat(registers.count(new RecordFilter(Register.PERSON, grant.id(), null, null, null, null, null, RecordGap.SEX),
                officer, 10)).isEqualTo(2);
        assertThat(registers.count(filter(Register.PERSON, null), officer, 1)).as("no more are counted").isEqualTo(1);
    }

    @Test
    void writesTheKeysOfAGrantAnew() {
        enter("สมชาย", "ใจดี");
        jdbc.update("DELETE FROM registry_name");
        assertThat(found("สมชาย")).isEmpty();
        registers.renewSearch(grant.id());
        assertThat(found("สมชาว")).containsExactly("สมชาย ใจดี");
        registers.renewSearch(grant.id());
        assertThat(found("สมชาว")).containsExactly("สมชาย ใจดี");
    }

    @Test
    void givesKeysToRecordsFromBeforeThereWereAny() {
        enter("สมชาย", "ใจดี");
        registers.enter(organisation("กลุ่มออมทรัพย์บ้านหนองบัว"), true, dataManager).orElseThrow();
        jdbc.update("DELETE FROM registry_name");
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            migrate(connection);
            return null;
        });
        assertThat(found("สมชาว")).containsExactly("สมชาย ใจดี");
        assertThat(foundIn(Register.ORGANISATION, "หนองบัว")).containsExactly("กลุ่มออมทรัพย์บ้านหนองบัว");
    }

    private static void migrate(Connection connection) throws SQLException {
        Context context = mock(Context.class);
        given(context.getConnection()).willReturn(connection);
        new NamesMigration().migrate(context);
    }

    private void enter(String name, String surname) {
        registers.enter(facts(name, surname, null, "เมือง"), true, dataManager).orElseThrow();
    }

    private RecordFacts facts(String name, String surname, String nameEn, String district) {
        return new RecordFacts(Ids.next(), Register.PERSON, grant.id(), CHIANG_MAI, name, surname, nameEn, district, "ศรีภูมิ",
                null, null, null, null, null, List.of(new HeldRole("facilitator", null)), null, clock.today().minusDays(10),
                null, LawfulGround.PUBLIC_TASK, null, true, null);
    }

    private List<String> found(String typed) {
        return foundIn(Register.PERSON, typed);
    }

    private List<String> foundIn(Register register, String typed) {
        return names(filter(register, typed));
    }

    private List<String> names(RecordFilter filter) {
        return registers.list(filter, officer, 1, 200).rows().stream().map(row -> row.facts().fullName()).toList();
    }

    private RecordFilter filter(Register register, String typed) {
        return new RecordFilter(register, grant.id(), null, null, null, typed);
    }

    private RecordFilter place(String typed) {
        return new RecordFilter(Register.PERSON, grant.id(), null, null, null, null, typed, null);
    }
}
