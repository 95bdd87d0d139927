package org.thun.demo.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/** The stories of the demonstration. All amounts are synthetic. */
final class DemoCases {

    /** The day on which visitors arrive: in the tenth month of the reference grant. */
    static final LocalDate VISIT = LocalDate.of(2017, 2, 20);

    /** First day of the stories. */
    static final LocalDate BEGINNING = LocalDate.of(2016, 2, 15);

    private static final LocalDate LATELY = LocalDate.of(2017, 1, 25);

    /** The reference grant, in its tenth month. */
    static final DemoCase REFERENCE = new DemoCase(
            new LocalizedText("สานพลังประชารัฐจังหวัด ระยะที่ 2 (ข้อมูลสังเคราะห์)",
                    "Provincial civic networks, phase 2 (synthetic data)"),
            Money.ofBaht(12_000_000), BEGINNING, LocalDate.of(2016, 5, 1), 0,
            Map.of("task_approvePayment", LocalDate.of(2016, 12, 1), "task_fileAssessment", LocalDate.of(2017, 1, 1),
                    "task_checkActivityReport", LocalDate.of(2017, 1, 1)));

    /** A smaller grant that began a month later and is slower. */
    private static final DemoCase PILOT = new DemoCase(
            new LocalizedText("นำร่องฐานข้อมูลศูนย์ประสานภาคี (ข้อมูลสังเคราะห์)", "Pilot of the centres' database (synthetic data)"),
            Money.ofBaht(1_800_000), LocalDate.of(2016, 3, 15), LocalDate.of(2016, 6, 1), 3,
            Map.of("task_makeVoucher", LocalDate.of(2017, 1, 1), "task_assignEvaluator", LATELY,
                    "task_approveActivity", LATELY));

    /** A grant that has just begun. */
    private static final DemoCase FRESH = new DemoCase(
            new LocalizedText("เครือข่ายอาสาริมโขง (ข้อมูลสังเคราะห์)", "Volunteers along the Mekong (synthetic data)"),
            Money.ofBaht(900_000), LocalDate.of(2016, 11, 20), LocalDate.of(2017, 2, 1), 0,
            Map.of("task_requestTranche", LATELY, "task_approveActivity", LATELY));

    private static final DemoCase AT_DECISION = new DemoCase(
            new LocalizedText("ตลาดสีเขียวจังหวัด (ข้อมูลสังเคราะห์)", "Green markets of the provinces (synthetic data)"),
            Money.ofBaht(3_500_000), LocalDate.of(2016, 12, 20), LocalDate.of(2017, 4, 1), 0,
            Map.of("task_decideProposal", BEGINNING));

    private static final DemoCase IN_REVIEW = new DemoCase(
            new LocalizedText("เยาวชนผู้สื่อข่าวชุมชน (ข้อมูลสังเคราะห์)", "Young community reporters (synthetic data)"),
            Money.ofBaht(650_000), LocalDate.of(2017, 1, 25), LocalDate.of(2017, 5, 1), 0,
            Map.of("task_reviewProposal", BEGINNING));

    private static final DemoCase AT_SCREENING = new DemoCase(
            new LocalizedText("ธนาคารเวลาผู้สูงอายุ (ข้อมูลสังเคราะห์)", "Time bank of older people (synthetic data)"),
            Money.ofBaht(1_200_000), LocalDate.of(2017, 2, 8), LocalDate.of(2017, 6, 1), 0,
            Map.of("task_screenProposal", BEGINNING));

    private static final DemoCase IN_DRAFT = new DemoCase(
            new LocalizedText("ป่าครอบครัว 10 จังหวัด (ข้อมูลสังเคราะห์)", "Family forests in ten provinces (synthetic data)"),
            Money.ofBaht(2_400_000), LocalDate.of(2017, 2, 15), LocalDate.of(2017, 7, 1), 0,
            Map.of("task_draftProposal", BEGINNING));

    static final List<DemoCase> ALL =
            List.of(REFERENCE, PILOT, FRESH, AT_DECISION, IN_REVIEW, AT_SCREENING, IN_DRAFT);

    private DemoCases() {}
}
