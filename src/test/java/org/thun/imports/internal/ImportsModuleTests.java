package org.thun.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.identity.Actor;
import org.thun.imports.ColumnMapping;
import org.thun.imports.ColumnMapping.Origin;
import org.thun.imports.ImportFile;
import org.thun.imports.ImportRow;
import org.thun.imports.ImportState;
import org.thun.imports.Imports.Format;
import org.thun.imports.Imports.Upload;
import org.thun.imports.IndicatorEffect;
import org.thun.imports.RowCounts;
import org.thun.imports.RowKind;
import org.thun.indicators.IndicatorQueries;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.Duplicates;
import org.thun.registry.RecordFacts;
import org.thun.registry.PersonalRecords;
import org.thun.registry.RecordState;
import org.thun.registry.RegisterRecord;
import org.thun.shared.Ids;
import org.thun.shared.Problem;

class ImportsModuleTests extends ImportTest {

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private PersonalRecords personal;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private IndicatorQueries indicators;

    @Test
    @DisplayName("BR-23, BR-17: rows of a Thai file become submitted records; nothing counts before it is verified")
    void importsAFileOfPeople() {
        String id = send(table(row(1, "มานี"), row(2, "ปิติ")).getBytes(THAI), "C:\\ข้อมูล\\members.csv", SOURCE, dataManager)
                .orElseThrow();
        ImportFile sent = imports.find(id, dataManager).orElseThrow();
        assertThat(sent.state()).isEqualTo(ImportState.UPLOADED);
        assertThat(sent.encoding()).isEqualTo("Windows-874");
        assertThat(sent.fileName()).isEqualTo("members.csv");
        assertThat(peopleCount()).isZero();

        ImportFile checked = checked(id);
        assertThat(checked.state()).isEqualTo(ImportState.CHECKED);
        assertThat(checked.counts()).isEqualTo(new RowCounts(2, 0, 0, 0, 0));
        assertThat(peopleCount()).isZero();

        imports.start(id, false, dataManager).orElseThrow();
        machine.run();
        ImportFile done = imports.find(id, dataManager).orElseThrow();
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.counts().fresh()).isEqualTo(2);
        RegisterRecord record = people().get(1);
        assertThat(record.facts().fullName()).isEqualTo("มานี ใจดี");
        assertThat(record.state()).isEqualTo(RecordState.SUBMITTED);
        assertThat(record.facts().roles().get(0).role()).isEqualTo("community_leader");
        assertThat(personal.sensitive(record.id(), dataManager).orElseThrow().birthYear()).isEqualTo(1975);
        assertThat(record.facts().datedOn()).isEqualTo(clock.today().minusDays(10));
        assertThat(record.facts().sexCode()).isEqualTo("female");
        assertThat(record.facts().purposeTold()).isTrue();
        assertThat(registers.versions(record.id(), officer)).hasSize(1);
        assertThat(registers.verify(record.id(), verifier).isDone()).isTrue();
    }

    @Test
    @DisplayName("BR-44: one audit entry stands for a part, in the stream of the import, and the chain holds")
    void writesOneAuditEntryForAPart() {
        String id = sent(rows(1, 1_200));
        imported(id);
        List<String> commands = audit.stream(id).stream().map(AuditEntry::command).toList();
        assertThat(commands).containsExactly("imports.upload", "imports.map", "imports.start", "registry.enterMany",
                "registry.enterMany", "imports.finish");
        assertThat(audit.verify(id).holds()).isTrue();
        assertThat(audit.stream(id)).allMatch(entry -> entry.roleCode().equals("CD"));
    }

    @Test
    @DisplayName("BR-23: the same file again enters nothing; changed rows correct their records")
    void knowsRowsAgainByTheirKey() {
        imported(sent(table(row(1, "มานี"), row(2, "ปิติ"), row(3, "ชูใจ"))));
        assertThat(peopleCount()).isEqualTo(3);

        assertThat(imported(sent(table(row(1, "มานี"), row(2, "ปิติ"), row(3, "ชูใจ")))).counts())
                .isEqualTo(new RowCounts(0, 0, 3, 0, 0));
        assertThat(imported(sent(table(row(1, "มานี"), row(2, "ปิติพร"), row(4, "วีระ")))).counts())
                .isEqualTo(new RowCounts(1, 1, 1, 0, 0));
        assertThat(people()).extracting(each -> each.facts().name())
                .containsExactlyInAnyOrder("มานี", "ปิติพร", "ชูใจ", "วีระ");
        RegisterRecord changed = people().stream().filter(each -> each.version() == 2).findFirst().orElseThrow();
        assertThat(changed.facts().name()).isEqualTo("ปิติพร");
    }

    @Test
    @DisplayName("BR-23: without a key a row is known by all it says")
    void knowsRowsAgainByTheirContent() {
        String text = table(row(1, "มานี"), row(2, "ปิติ"));
        String first = sent(text);
        Map<String, Origin> keyless = new HashMap<>(mapping(first, dataManager).fields());
        keyless.remove(ColumnMapping.SOURCE_KEY);
        imports.map(first, new ColumnMapping(keyless), dataManager).orElseThrow();
        machine.run();
        imports.start(first, false, dataManager).orElseThrow();
        machine.run();
        String second = sent(text);
        assertThat(imports.layout(second, dataManager).orElseThrow().mapping().of(ColumnMapping.SOURCE_KEY)).isNull();
        assertThat(imported(second).counts()).isEqualTo(new RowCounts(0, 0, 2, 0, 0));
        assertThat(peopleCount()).isEqualTo(2);
    }

    @Test
    void keepsWhatWasCorrectedHereSinceTheLastImport() {
        imported(sent(table(row(1, "มานี"))));
        RegisterRecord record = people().get(0);
        var facts = person("มานีรัตน์", "facilitator");
        var corrected = new RecordFacts(record.id(), facts.register(), facts.grantId(), facts.centreCode(),
                "มานีรัตน์", "ใจดี", null, null, null, null, null, null, null, null, facts.roles(), null, facts.datedOn(), null,
                facts.ground(), facts.consentedOn(), true, null);
        registers.correct(corrected, 1, true, dataManager).orElseThrow();

        ImportFile same = imported(sent(table(row(1, "มานี"))));
        assertThat(same.counts().unchanged()).isEqualTo(1);
        ImportFile other = imported(sent(table(row(1, "มานิดา"))));
        assertThat(other.counts().refused()).isEqualTo(1);
        assertThat(imports.rows(other.id(), RowKind.REFUSED, 5, dataManager).get(0).problems().get(0).messageKey())
                .isEqualTo("registry.problem.corrected");
        assertThat(people().get(0).facts().name()).isEqualTo("มานีรัตน์");
    }

    @Test
    @DisplayName("BR-23, edge case: good rows in, bad rows out with what to do; the corrected file adds only those")
    void letsRefusedRowsBeCorrectedAndSentAgain() throws Exception {
        String bad = "M3,,ใจดี,นักบิน,32/13/2559,หญิง,2518,ศรีภูมิ,เมือง";
        String id = sent(table(row(1, "มานี"), row(2, "ปิติ"), bad, row(4, "=cmd|' /C calc'!A0")));
        ImportFile done = imported(id);
        assertThat(done.counts()).isEqualTo(new RowCounts(2, 0, 0, 0, 2));
        ImportRow refused = imports.rows(id, RowKind.REFUSED, 10, dataManager).get(0);
        assertThat(refused.number()).isEqualTo(4);
        assertThat(refused.problems()).extracting(Problem::field).contains("name", "roles", "datedOn");

        String csv = refused(id, Format.CSV, dataManager);
        assertThat(csv).startsWith("\uFEFFรหัส,ชื่อ").contains("32/13/2559").contains("สิ่งที่ต้องแก้")
                .contains("'=cmd|").doesNotContain(",=cmd");
        String fixed = csv.replace("M3,,", "M3,วีระ,").replace("นักบิน", "ผู้นำชุมชน").replace("32/13/2559", thaiDay())
                .replace("\"'=cmd|' /C calc'!A0\"", "สมคิด").replace("'=cmd|' /C calc'!A0", "สมคิด");
        ImportFile again = imported(sent(fixed));
        assertThat(again.counts()).isEqualTo(new RowCounts(2, 0, 0, 0, 0));
        assertThat(people()).extracting(each -> each.facts().name())
                .containsExactlyInAnyOrder("มานี", "ปิติ", "วีระ", "สมคิด");
        assertThat(refusedBytes(again.id(), Format.CSV, dataManager)).isEmpty();
    }

    @Test
    void writesRefusedRowsAsAWorkbookThatComesBack() throws Exception {
        String id = sent(table("M1,มานี,ใจดี,นักบิน," + thaiDay() + ",-,-,+SUM(A1),@เมือง"));
        imported(id);
        byte[] book = refusedBytes(id, Format.XLSX, dataManager);
        String again = send(book, "refused.xlsx", SOURCE, dataManager).orElseThrow();
        assertThat(imports.layout(again, dataManager).orElseThrow().samples().get(0).cells())
                .contains("'+SUM(A1)", "'@เมือง", "'-");
        ImportFile checked = checked(again);
        assertThat(checked.counts().refused()).isEqualTo(1);
        assertThat(imports.rows(again, RowKind.REFUSED, 1, dataManager).get(0).problems())
                .extracting(Problem::field).containsExactly("roles");
        // A third turn does not pile the two added columns up.
        String third = send(refusedBytes(again, Format.XLSX, dataManager), "refused.xlsx", SOURCE, dataManager).orElseThrow();
        assertThat(imports.layout(third, dataManager).orElseThrow().headings()).hasSize(11);
    }

    @Test
    void namesRowsThatStandTwiceInAFile() {
        ImportFile file = checked(sent(table(row(1, "มานี"), row(2, "ปิติ"), row(1, "มานี"), row(2, "ปิติพร"))));
        assertThat(file.counts()).isEqualTo(new RowCounts(2, 0, 0, 1, 1));
        Problem twice = imports.rows(file.id(), RowKind.REFUSED, 1, dataManager).get(0).problems().get(0);
        assertThat(twice.messageKey()).isEqualTo("imports.problem.row.twice");
        assertThat(twice.args()).containsExactly("3");
        assertThat(imports.rows(file.id(), RowKind.DUPLICATE, 1, dataManager).get(0).number()).isEqualTo(4);
    }

    @Test
    @DisplayName("BR-19: the preview names the records that its rows look like, as far as the reader may see them")
    void namesWhoIsRegisteredAlready() {
        imported(sent(table(row(1, "มานี"))));
        String number = people().get(0).number();
        // What is imported is compared with all there is in the night.
        duplicates.rescan(grant.id());

        ImportFile file = checked(sent(table(row(1, "ปิติ"), row(2, "น.ส.มานี"), row(3, "ชูใจ")), "another list", dataManager));
        assertThat(imports.known(file.id(), 50, dataManager)).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(3);
            assertThat(row.problems().get(0).messageKey()).isEqualTo("imports.row.known");
            assertThat(row.problems().get(0).args().get(0)).isEqualTo(number);
        });
        assertThat(file.counts().fresh()).as("they may be imported").isEqualTo(3);
        assertThat(imports.known(file.id(), 50, neighbour)).isEmpty();

        ImportFile next = checked(sent(table(row(1, "มานี")), "their list", neighbour), neighbour);
        assertThat(imports.known(next.id(), 50, neighbour)).allSatisfy(row ->
                assertThat(row.problems().get(0).messageKey()).startsWith("imports.row.knownElsewhere"));
    }

    @Test
    @DisplayName("BR-17: the preview says what the file does to the indicators, and when")
    void tellsTheEffectOnTheIndicators() {
        String verified = verified(person("อารี", "community_leader"));
        assertThat(verified).isNotNull();
        imported(sent(table(row(1, "มานี"))));
        registers.verify(people().stream().filter(each -> each.facts().name().equals("มานี")).findFirst().orElseThrow().id(),
                verifier).orElseThrow();

        ImportFile file = checked(sent(table(row(1, "มานีรัตน์"), row(2, "ปิติ"), row(3, "ชูใจ"))));
        IndicatorEffect leaders = effect(file, "IND5");
        assertThat(leaders.added()).isEqualTo(2);
        assertThat(leaders.heldBack()).isEqualTo(1);
        assertThat(leaders.afterEntry()).isEqualTo(leaders.now().subtract(BigDecimal.ONE));
        assertThat(leaders.whenVerified()).isEqualTo(leaders.now().add(BigDecimal.valueOf(2)));
        assertThat(effect(file, "IND6").added()).isZero();
        assertThat(imports.effects(file.id(), dataManager)).extracting(each -> each.indicator().id())
                .containsExactlyInAnyOrder("IND4", "IND5", "IND6");

        imports.start(file.id(), false, dataManager).orElseThrow();
        machine.run();
        assertThat(indicator("IND5", clock.today())).isEqualTo(leaders.afterEntry());
        people().stream().filter(each -> each.state() == RecordState.SUBMITTED)
                .forEach(each -> registers.verify(each.id(), verifier).orElseThrow());
        assertThat(indicator("IND5", clock.today())).isEqualTo(leaders.whenVerified());
    }

    private BigDecimal indicator(String id, LocalDate day) {
        return indicators.measure(grant, id, day).orElseThrow().actual();
    }

    private IndicatorEffect effect(ImportFile file, String indicator) {
        return imports.effects(file.id(), dataManager).stream()
                .filter(each -> each.indicator().id().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void goesOnAfterAMachineHasDiedBetweenTwoParts() {
        String id = sent(rows(1, 3_500) + row(17, "คนที่17") + "\r\n" + row(3_400, "อีกคน") + "\r\n");
        imports.map(id, mapping(id, dataManager), dataManager).orElseThrow();
        machine.step(id, new ImportWork.Memory());
        assertThat(imports.find(id, dataManager).orElseThrow().percent()).isEqualTo(25);
        machine.takeUp(id);
        RowCounts counts = new RowCounts(3_500, 0, 0, 1, 1);
        assertThat(imports.find(id, dataManager).orElseThrow().counts()).isEqualTo(counts);

        imports.start(id, false, dataManager).orElseThrow();
        ImportWork.Memory first = new ImportWork.Memory();
        assertThat(machine.step(id, first)).isTrue();
        assertThat(machine.step(id, first)).isTrue();
        assertThat(peopleCount()).isEqualTo(2_000);
        machine.takeUp(id);
        // The first machine was only slow; it finds that there is nothing left to do.
        assertThat(machine.step(id, first)).isFalse();
        assertThat(imports.find(id, dataManager).orElseThrow().counts()).isEqualTo(counts);
        assertThat(imports.find(id, dataManager).orElseThrow().state()).isEqualTo(ImportState.DONE);
        assertThat(peopleCount()).isEqualTo(3_500);
    }

    @Test
    void pausesResumesAndCancels() {
        String id = sent(rows(1, 3_000));
        checked(id);
        imports.start(id, false, dataManager).orElseThrow();
        machine.round();
        imports.pause(id, coordinator).orElseThrow();
        machine.run();
        assertThat(peopleCount()).isEqualTo(1_000);
        assertThat(imports.find(id, dataManager).orElseThrow().state()).isEqualTo(ImportState.PAUSED);
        imports.resume(id, coordinator).orElseThrow();
        machine.round();
        assertThat(peopleCount()).isEqualTo(2_000);
        imports.cancel(id, dataManager).orElseThrow();
        machine.run();
        assertThat(peopleCount()).isEqualTo(2_000);
        assertThat(imports.resume(id, dataManager).problems().get(0).messageKey()).isEqualTo("imports.problem.moved");
        // What was entered is known when the file comes again.
        assertThat(imported(sent(rows(1, 3_000))).counts()).isEqualTo(new RowCounts(1_000, 0, 2_000, 0, 0));
    }

    @Test
    @DisplayName("BR-23: all or nothing, on request")
    void entersAllOrNothing() {
        String bad = sent(table(row(1, "มานี"), row(2, "")));
        checked(bad);
        assertThat(imports.start(bad, true, dataManager).problems().get(0).messageKey()).isEqualTo("imports.problem.notAll");

        String good = sent(rows(1, 2_500));
        checked(good);
        imports.start(good, true, dataManager).orElseThrow();
        assertThat(imports.pause(good, dataManager).isDone()).isFalse();
        machine.run();
        assertThat(imports.find(good, dataManager).orElseThrow().state()).isEqualTo(ImportState.DONE);
        assertThat(peopleCount()).isEqualTo(2_500);
    }

    @Test
    void leavesNothingOfAnAllOrNothingFileWhoseLastRowHasBecomeWrong() {
        imported(sent(table(row(2_400, "คนเดิม"))));
        String id = sent(rows(1, 2_500));
        checked(id);
        imports.start(id, true, dataManager).orElseThrow();
        RegisterRecord record = people().get(0);
        registers.withdraw(record.id(), "ขอถอน", dataManager).orElseThrow();
        machine.run();
        ImportFile stopped = imports.find(id, dataManager).orElseThrow();
        assertThat(stopped.state()).isEqualTo(ImportState.PAUSED);
        assertThat(stopped.stoppedBy().get(0).messageKey()).isEqualTo("imports.problem.notAll");
        assertThat(peopleCount()).isEqualTo(1);
    }

    @Test
    void doublesNothingWhenTwoPeopleSendTheSameFileAtOnce() throws Exception {
        byte[] file = rows(1, 2_300).getBytes(StandardCharsets.UTF_8);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<String> one = () -> whole(file, dataManager);
            Callable<String> other = () -> whole(file, coordinator);
            List<Future<String>> ends = two.invokeAll(List.of(one, other));
            Set<String> ids = Set.of(ends.get(0).get(), ends.get(1).get());
            assertThat(peopleCount()).isEqualTo(2_300);
            assertThat(ids.stream().map(id -> imports.find(id, dataManager).orElseThrow().counts()).toList())
                    .allMatch(counts -> counts.total() == 2_300 && counts.refused() == 0)
                    .extracting(RowCounts::fresh)
                    .satisfies(fresh -> assertThat(fresh.get(0) + fresh.get(1)).isEqualTo(2_300));
        } finally {
            two.shutdown();
        }
    }

    private String whole(byte[] file, Actor actor) {
        String id = send(file, "members.csv", SOURCE, actor).orElseThrow();
        imports.map(id, mapping(id, actor), actor).orElseThrow();
        machine.takeUp(id);
        imports.start(id, false, actor).orElseThrow();
        machine.takeUp(id);
        return id;
    }

    @Test
    void refusesTheSameFileUnderAnotherNameOfItsSource() {
        String text = table(row(1, "มานี"));
        sent(text);
        Problem problem = send(text.getBytes(StandardCharsets.UTF_8), "b.csv", "อีกชื่อหนึ่ง", coordinator).problems().get(0);
        assertThat(problem.field()).isEqualTo("source");
        assertThat(problem.args()).contains(SOURCE);
        assertThat(send(text.getBytes(StandardCharsets.UTF_8), "b.csv", SOURCE, coordinator).isDone()).isTrue();
    }

    @Test
    void takesTheSameUploadOnce() {
        String id = Ids.next();
        long before = imports.list(dataManager, 1, 1).total();
        byte[] file = table(row(1, "มานี")).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2; i++) {
            assertThat(imports.upload(new Upload(id, grant.id(), CHIANG_MAI, Register.PERSON, SOURCE, "a.csv",
                    new ByteArrayInputStream(file)), dataManager).orElseThrow()).isEqualTo(id);
        }
        assertThat(imports.list(dataManager, 1, 10).total()).isEqualTo(before + 1);
    }

    @Test
    void remembersTheColumnsOfASource() {
        String id = sent(table(row(1, "มานี")));
        imported(id);
        String moved = "ตำบล,อำเภอ,ปีเกิด,เพศ,วันที่เก็บข้อมูล,บทบาท,นามสกุล,ชื่อ,รหัส\r\n"
                + "ศรีภูมิ,เมือง,๒๕๑๘,หญิง," + thaiDay() + ",ผู้นำชุมชน,ใจดี,มานี,M1\r\n";
        assertThat(imported(sent(moved)).counts()).isEqualTo(new RowCounts(0, 0, 1, 0, 0));

        String lost = sent("รหัส,ชื่อ,นามสกุล,บทบาท,วันสำรวจ\r\nM1,มานี,ใจดี,ผู้นำชุมชน," + thaiDay() + "\r\n");
        assertThat(imports.layout(lost, dataManager).orElseThrow().missing()).contains("วันที่เก็บข้อมูล", "เพศ");
        assertThat(imports.map(lost, mapping(lost, dataManager), dataManager).problems())
                .extracting(Problem::field).containsExactly("datedOn");
    }

    @Test
    @DisplayName("Permission: a centre's imports are its own; readers of its records see them, nobody else")
    void keepsImportsToTheirCentre() throws Exception {
        String id = sent(table(row(1, "มานี"), row(2, "")));
        imported(id);
        assertThat(imports.find(id, neighbour)).isEmpty();
        assertThat(imports.find(id, funder)).isEmpty();
        assertThat(imports.rows(id, RowKind.REFUSED, 10, neighbour)).isEmpty();
        assertThat(refusedBytes(id, Format.CSV, neighbour)).isEmpty();
        assertThat(imports.cancel(id, neighbour).problems().get(0).messageKey()).isEqualTo("imports.problem.unknown");
        assertThat(imports.list(neighbour, 1, 10).files()).extracting(ImportFile::id).doesNotContain(id);
        assertThat(imports.find(id, officer)).isPresent();
        assertThat(imports.remap(id, officer).problems().get(0).messageKey()).isEqualTo("imports.problem.unknown");
        assertThat(send(table(row(1, "ก")).getBytes(StandardCharsets.UTF_8), "a.csv", SOURCE, officer).isDone()).isFalse();
        assertThat(imports.upload(new Upload(Ids.next(), grant.id(), LAMPHUN, Register.PERSON, SOURCE, "a.csv",
                new ByteArrayInputStream(new byte[0])), dataManager).problems().get(0).messageKey())
                .isEqualTo("registry.problem.centre");
    }

    @Test
    void stopsWhenTheGrantEndsOnTheWay() {
        String id = sent(rows(1, 2_000));
        checked(id);
        imports.start(id, false, dataManager).orElseThrow();
        machine.round();
        stand(List.of());
        given(grants.get(grant.id())).willReturn(grant);
        machine.run();
        ImportFile stopped = imports.find(id, dataManager).orElseThrow();
        assertThat(stopped.state()).isEqualTo(ImportState.PAUSED);
        assertThat(stopped.stoppedBy().get(0).messageKey()).isEqualTo("registry.problem.grant.notRunning");
        stand(List.of(grant));
        imports.resume(id, dataManager).orElseThrow();
        machine.run();
        assertThat(peopleCount()).isEqualTo(2_000);
    }

    @Test
    @DisplayName("BR-39: rows of a file are forgotten, at once when nothing is left to correct, else after a fortnight")
    void forgetsTheRowsOfAFile() throws Exception {
        String good = imported(sent(table(row(1, "มานี")))).id();
        assertThat(machine.keeps(good)).isFalse();
        String bad = imported(sent(table(row(2, "")))).id();
        assertThat(machine.keeps(bad)).isTrue();
        machine.forgetting().on(clock.today().plusDays(13));
        assertThat(machine.keeps(bad)).isTrue();
        machine.forgetting().on(clock.today().plusDays(15));
        assertThat(machine.keeps(bad)).isFalse();
        assertThat(imports.find(bad, dataManager).orElseThrow().rowsKept()).isFalse();
        assertThat(refusedBytes(bad, Format.CSV, dataManager)).isEmpty();
    }

    @Test
    @DisplayName("BR-19: citizen numbers are kept as the registry keeps them, checked, masked in the preview, and no key of rows")
    void handlesCitizenNumbers() throws Exception {
        String head = "รหัส,ชื่อ,นามสกุล,บทบาท,วันที่เก็บข้อมูล,เลขบัตรประชาชน,ฐานทางกฎหมาย,วันที่ยินยอม\n";
        String file = head + "1,มานี,ใจดี,ผู้นำชุมชน," + thaiDay() + ",1-2345-67890-12-1,ความยินยอมของเจ้าของข้อมูล," + thaiDay() + "\n"
                + "2,ปิติ,ใจดี,ผู้นำชุมชน," + thaiDay() + ",1234567890122,CONSENT," + thaiDay() + "\n";
        String id = sent(file);
        assertThat(imports.layout(id, dataManager).orElseThrow().samples().get(0).cells().get(5)).startsWith("•");
        ImportFile done = imported(id);
        assertThat(done.counts()).isEqualTo(new RowCounts(1, 0, 0, 0, 1));
        assertThat(imports.rows(id, RowKind.REFUSED, 1, dataManager).get(0).problems().get(0).messageKey())
                .isEqualTo("registry.problem.citizenNumber.check");
        String record = people().get(0).id();
        assertThat(registers.maskedCitizenNumbers(List.of(record), dataManager).get(record)).contains("2-1");
        assertThat(refusedBytes(id, Format.CSV, officer)).isEmpty();
        assertThat(refused(id, Format.CSV, dataManager)).contains("1234567890122");

        String keyed = sent(file.replace("1,มานี", "1234567890121,มานี").replace("2,ปิติ", "3101234567893,ปิติ"), "อีกแหล่ง",
                dataManager);
        assertThat(imports.map(keyed, mapping(keyed, dataManager), dataManager).problems())
                .extracting(Problem::messageKey).containsExactly("imports.problem.mapping.citizenNumber");
    }

    @Test
    void importsEveryRegister() {
        String day = thaiDay();
        Map<Register, String> files = Map.of(
                Register.ORGANISATION, "รหัส,ชื่อองค์กร,ประเภทองค์กร,วันที่สำรวจ\nO1,กลุ่มออมทรัพย์บ้านเหนือ,Savings group," + day,
                Register.KNOWLEDGE, "ชื่อเรื่อง,หมวดองค์ความรู้,วันที่เผยแพร่,ลิงก์\nป่าชุมชน,นวัตกรรมสังคม," + day + ",https://example.org/a",
                Register.CAMPAIGN_ISSUE, "ชื่อประเด็น,ประเด็นหลัก,ช่องทางเผยแพร่,วันที่เผยแพร่\nอาหารปลอดภัย,food,เว็บไซต์," + day,
                Register.COURSE_COMPLETION, "ชื่อ,นามสกุล,รุ่นที่อบรม,วันที่ผ่านหลักสูตร\nมานี,ใจดี,๓," + day);
        files.forEach((register, text) -> {
            String id = send(text.getBytes(StandardCharsets.UTF_8), "a.csv", SOURCE, register, dataManager).orElseThrow();
            assertThat(imported(id).counts()).as("%s", register).isEqualTo(new RowCounts(1, 0, 0, 0, 0));
        });
    }

    @Test
    void keepsTheNumbersOfRowsThroughEmptyLines() {
        String id = sent(HEADINGS + "\r\n" + row(1, "มานี") + "\r\n\r\n,,,,,,,,\r\n" + row(2, "") + "\r\n");
        ImportFile file = checked(id);
        assertThat(file.rows()).isEqualTo(2);
        assertThat(imports.rows(id, RowKind.REFUSED, 1, dataManager).get(0).number()).isEqualTo(5);
    }

    @Test
    void cleansNamesWithQuotesAndControlCharacters() {
        imported(sent(table("M1,\"มา\u200Bนี \"\"แดง\"\"\u0007\",O'Neil,ผู้นำชุมชน," + thaiDay() + ",,,,",
                row(2, "<script>"))));
        assertThat(people()).extracting(each -> each.facts().name()).containsExactlyInAnyOrder("มานี \"แดง\"", "<script>");
    }
}
