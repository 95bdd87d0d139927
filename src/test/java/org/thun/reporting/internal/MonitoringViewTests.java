package org.thun.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thun.reporting.MonitoringReport;
import org.thun.reporting.MonitoringReport.Area;
import org.thun.reporting.MonitoringReport.Breakdown;
import org.thun.reporting.MonitoringReport.Indicator;
import org.thun.reporting.MonitoringReport.Status;
import org.thun.reporting.internal.MonitoringView.AreaTable;
import org.thun.reporting.internal.MonitoringView.Row;
import org.thun.shared.LocalizedText;

class MonitoringViewTests {

    private static final Locale THAI = Locale.forLanguageTag("th");

    @Test
    void saysInThaiWhatTheNumbersSay() {
        assertThat(new MonitoringView(ReferenceReports.seven(), THAI).summary()).containsExactly(
                "ณ วันที่ 28 กุมภาพันธ์ 2560 มี 4 ใน 7 ตัวชี้วัดเป็นไปตามแผน ต้องเฝ้าระวัง\u00a01 ต่ำกว่าแผน\u00a01 "
                        + "และยังไม่มีข้อมูลที่ตรวจแล้ว\u00a01",
                "บรรลุเป้าหมายของโครงการแล้ว 1 ตัวชี้วัด",
                "ห่างจากแผนมากที่สุดคือ IND6 ข้อมูลพลเมืองจิตอาสา ได้ 130,512 จากเป้าตามแผน 325,728 คน (ร้อยละ 40.0)");
    }

    @Test
    void saysInEnglishWhatTheNumbersSay() {
        assertThat(new MonitoringView(ReferenceReports.seven(), Locale.ENGLISH).summary()).containsExactly(
                "As of 28 February 2017, 4 of 7 indicators are on track, 1 needs watching, 1 is behind plan and 1 has no "
                        + "verified data yet.",
                "1 indicator has already met the final target.",
                "Furthest behind plan: IND6 Volunteer citizens with 130,512 of 325,728 persons planned by now (40.0%).");
    }

    @Test
    void namesOnlyTheStatusesThatOccur() {
        assertThat(summary(Locale.ENGLISH, status("IND1", "60", Status.GREEN), status("IND2", "60", Status.GREEN)))
                .containsExactly("As of 28 February 2017, 2 of 2 indicators are on track.");
        assertThat(summary(Locale.ENGLISH, status("IND1", null, Status.NO_DATA)))
                .containsExactly("As of 28 February 2017, 0 of 1 indicators are on track and 1 has no verified data yet.");
        assertThat(summary(Locale.ENGLISH))
                .containsExactly("This programme has no indicators yet");
    }

    @Test
    void countsInTheSummaryWhatTheTableShows() {
        for (int count : new int[] {1, 3, 7, 8, 30}) {
            MonitoringView view = new MonitoringView(ReferenceReports.of(count), Locale.ENGLISH);
            long onTrack = view.rows().stream().filter(row -> row.statusWord().equals("On track")).count();

            assertThat(view.summary().get(0)).contains(onTrack + " of " + count + " indicators");
            assertThat(view.statuses().stream().mapToInt(status -> Integer.parseInt(view.count(status))).sum())
                    .isEqualTo(count);
        }
    }

    @Test
    void showsAMissingValueAsMissingAndNeverAsZero() {
        Row row = new MonitoringView(ReferenceReports.seven(), THAI).rows().get(6);

        assertThat(List.of(row.actual(), row.netThisPeriod(), row.percentOfTarget(), row.percentOfIncrement(), row.pace()))
                .containsOnly("–");
        assertThat(row.statusWord()).isEqualTo("ไม่มีข้อมูล");
        assertThat(row.basis()).isNull();
    }

    @Test
    void saysNotApplicableWhereNothingCanBeDividedBy() {
        Row row = rows(new Indicator("IND1", text("ก"), text("คน"), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
                BigDecimal.ONE, null, null, null, false, Status.NOT_APPLICABLE, null, null)).get(0);

        assertThat(row.percentOfTarget()).isEqualTo("n/a");
        assertThat(row.percentOfIncrement()).isEqualTo("n/a");
    }

    @Test
    void neverPrintsALimitThatIsNotReached() {
        Row row = rows(ReferenceReports.indicator("IND1", "ก", "a", "คน", "persons", "0", "10000", "10000", "8999", null,
                "ข", "b", null)).get(0);

        assertThat(row.basis()).isEqualTo("89.9% ของแผน");
        assertThat(row.statusWord()).isEqualTo("เฝ้าระวัง");
    }

    @Test
    void doesNotCallALittleNothing() {
        assertThat(basis("12", "12610")).isEqualTo("0.09% ของแผน");
        assertThat(basis("12", "325000")).isEqualTo("<0.01% ของแผน");
        assertThat(basis("0", "325000")).isEqualTo("0.0% ของแผน");
    }

    private static String basis(String actual, String phased) {
        return rows(ReferenceReports.indicator("IND1", "ก", "a", "คน", "persons", "0", "500000", phased, actual, null, "ข",
                "b", null)).get(0).basis();
    }

    @Test
    void namesSilentAreasBelowALongTable() {
        List<Area> centres = new ArrayList<>();
        for (int i = 1; i <= 82; i++) {
            centres.add(new Area(text("ศูนย์ " + i), i % 41 == 0 ? Map.of("IND1", BigDecimal.ONE) : Map.of()));
        }
        Breakdown breakdown = new Breakdown(text("รายศูนย์"), text("ศูนย์"), List.of("IND1"), centres, List.of(),
                text("อ่านว่า"), null);
        AreaTable table =
                new MonitoringView(ReferenceReports.report(List.of(), List.of(breakdown)), THAI).areaTables(7).get(0);

        assertThat(table.rows()).extracting(MonitoringView.AreaRow::name).containsExactly("ศูนย์ 41", "ศูนย์ 82");
        assertThat(table.note())
                .startsWith("ยังไม่มีรายการที่นับได้ (80): ศูนย์ 1, ศูนย์ 2,").endsWith("\nอ่านว่า");
    }

    @Test
    void shortensTheFractionsOfAPlanByDays() {
        assertThat(rows(ReferenceReports.indicator("IND1", "ก", "a", "คน", "persons", "0", "100", "51.3043", "50", null,
                "ข", "b", null)).get(0).phasedTarget()).isEqualTo("51.3");
        assertThat(rows(ReferenceReports.indicator("IND1", "ก", "a", "คน", "persons", "0", "500000", "257541.7391",
                "50", null, "ข", "b", null)).get(0).phasedTarget()).isEqualTo("257,542");
    }

    @Test
    void tellsDatesInTheReadersEra() {
        MonitoringView thai = new MonitoringView(ReferenceReports.seven(), THAI);
        MonitoringView english = new MonitoringView(ReferenceReports.seven(), Locale.UK);

        assertThat(thai.asOf()).isEqualTo("28 กุมภาพันธ์ 2560");
        assertThat(thai.footer()).isEqualTo("ข้อมูล ณ 28 ก.พ. 2560 · จัดทำ 2 มี.ค. 2560 09:05 น. · นิยามโครงการรุ่น 3");
        assertThat(thai.period()).isEqualTo("งวดที่ 2 · 1 พ.ย. 2559 – 30 เม.ย. 2560");
        assertThat(english.asOf()).isEqualTo("28 February 2017");
        assertThat(english.fileName()).isEqualTo("indicator-report-59-00-0421-28-Feb-2017");
        assertThat(thai.fileName()).isEqualTo("รายงานตัวชี้วัด-59-00-0421-28-ก.พ.-2560");
    }

    @Test
    void readsThaiInEveryLanguageItDoesNotSpeak() {
        assertThat(new MonitoringView(ReferenceReports.seven(), Locale.FRENCH).title())
                .isEqualTo("รายงานผลการดำเนินงานตามตัวชี้วัด");
    }

    @Test
    void cutsWideBreakdownsIntoTablesThatFit() {
        MonitoringView view = new MonitoringView(ReferenceReports.of(30), Locale.ENGLISH);

        assertThat(view.areaTables(7)).hasSize(5).last().satisfies(table -> {
            assertThat(table.title()).endsWith("(5 of 5)");
            assertThat(table.columns()).as("evenly, none alone")
                    .containsExactly("IND25", "IND26", "IND27", "IND28", "IND29", "IND30");
            assertThat(table.rows()).allSatisfy(row -> assertThat(row.values()).hasSize(6));
        });
        assertThat(view.areaTables(30)).hasSize(1);
    }

    @Test
    void putsTheAreasOwnPartBesideTheWhole() {
        MonitoringView view = new MonitoringView(
                ReferenceReports.pack().edition("centre-TH-50").orElseThrow(), Locale.ENGLISH);

        assertThat(view.edition()).isEqualTo("Edition for the centre Chiang Mai");
        assertThat(view.summary()).startsWith("Chiang Mai has records that count towards 3 of 7 indicators.",
                "For the whole grant as of 28 February 2017, 4 of 7 indicators are on track, 1 needs watching, 1 is behind "
                        + "plan and 1 has no verified data yet.");
        assertThat(view.partTable().columns()).containsExactly("Counted", "New", "Removed", "Net", "% of the whole grant");
        assertThat(view.partTable().rows().get(4).values()).extracting(MonitoringView.Cell::text)
                .containsExactly("638", "319", "63", "256", "2.0%");
        assertThat(view.duplicatesTable().columns()).containsExactly("Before duplicates", "Confirmed duplicates",
                "After duplicates", "Suspected duplicates", "Shared with other areas");
        assertThat(view.duplicatesTable().rows()).extracting(row -> row.name().substring(0, 4))
                .containsExactly("IND3", "IND5", "IND6");
        assertThat(view.duplicatesTable().rows().get(1).values()).extracting(MonitoringView.Cell::text)
                .containsExactly("669", "31", "638", "12", "15");
        assertThat(view.partTable().rows().get(0).values()).extracting(MonitoringView.Cell::text).containsOnly("–");
        assertThat(view.codes()).contains("/numbers/");
        assertThat(view.fileName()).isEqualTo("indicator-report-59-00-0421-Chiang-Mai-28-Feb-2017");
    }

    @Test
    void leadsFromTheStartOfThePeriodToNow() {
        AreaTable movement = new MonitoringView(ReferenceReports.seven(), Locale.ENGLISH).movementTable();

        assertThat(movement.title()).isEqualTo("Changes in Period 2 · 1 Nov 2016 – 30 Apr 2017");
        assertThat(movement.columns()).containsExactly("At the start", "Net", "Now");
        assertThat(movement.rows().get(5).values()).extracting(MonitoringView.Cell::text)
                .containsExactly("81,219", "47,213", "128,432");
        assertThat(new MonitoringView(report(), THAI).movementTable()).isNull();
    }

    private static List<String> summary(Locale locale, Indicator... indicators) {
        return new MonitoringView(report(indicators), locale).summary();
    }

    private static List<Row> rows(Indicator... indicators) {
        return new MonitoringView(report(indicators), THAI).rows();
    }

    private static MonitoringReport report(Indicator... indicators) {
        return ReferenceReports.report(new ArrayList<>(List.of(indicators)), List.of());
    }

    private static Indicator status(String id, String actual, Status status) {
        return new Indicator(id, text("ก"), text("คน"), BigDecimal.ZERO, BigDecimal.valueOf(100), BigDecimal.valueOf(65),
                actual == null ? null : new BigDecimal(actual), null, null, null, false, status, null, null);
    }

    private static LocalizedText text(String thai) {
        return new LocalizedText(thai, null);
    }
}
