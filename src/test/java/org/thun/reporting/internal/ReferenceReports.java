package org.thun.reporting.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.thun.reporting.Edition;
import org.thun.reporting.MonitoringPack;
import org.thun.reporting.MonitoringPack.AreaFigures;
import org.thun.reporting.MonitoringReport;
import org.thun.reporting.MonitoringReport.Area;
import org.thun.reporting.MonitoringReport.Breakdown;
import org.thun.reporting.MonitoringReport.Duplicates;
import org.thun.reporting.MonitoringReport.Indicator;
import org.thun.reporting.MonitoringReport.Movement;
import org.thun.reporting.MonitoringReport.Part;
import org.thun.reporting.MonitoringReport.Status;
import org.thun.reporting.MonitoringReport.StatusScale;
import org.thun.shared.LocalizedText;

/** Reports with the reference programme's indicators in the tenth month; the amounts are made up. */
final class ReferenceReports {

    private static final StatusScale SCALE = new StatusScale(BigDecimal.valueOf(90), BigDecimal.valueOf(70));

    private ReferenceReports() {}

    /** Seven indicators: all four statuses, one without data, one target already met, figures by region. */
    static MonitoringReport seven() {
        List<Indicator> indicators = List.of(
                indicator("IND1", "ผู้ปฏิบัติงานชุมชนออนไลน์บนฐานจังหวัด", "Online community operators", "คน", "persons",
                        "0", "80", "52", "82", "41", "รายชื่อผู้เข้าอบรมและผู้ผ่านหลักสูตร",
                        "attendance and completion list", null),
                indicator("IND2", "ประเด็นรณรงค์สาธารณะบนฐานจังหวัด", "Public campaign issues", "ประเด็น", "issues",
                        "0", "100", "65", "51", "22", "ใบประเด็นที่อนุมัติแล้วและลิงก์หรือภาพหน้าจอที่เผยแพร่",
                        "approved issue sheet and published link or screenshot", null),
                indicator("IND3", "ข้อมูลองค์กรชุมชน", "Community organisations", "องค์กร", "organisations",
                        "175474", "200000", "191416", "189204", "6120", "ทะเบียนองค์กรและการสุ่มตรวจ",
                        "register record with sample check",
                        new LocalizedText("ค่าฐานมาจากระยะที่ 1 ซึ่งปิดโครงการแล้ว จึงแสดงร้อยละของส่วนเพิ่มไว้คู่กัน",
                                "The baseline comes from the closed phase 1; the share of the increment is shown beside it.")),
                indicator("IND4", "ข้อมูลวิทยากรกระบวนการ", "Process facilitators", "คน", "persons",
                        "488", "10000", "6671", "6204", "1480", "ทะเบียนวิทยากร", "register record", null),
                indicator("IND5", "ข้อมูลผู้นำชุมชน", "Community leaders", "คน", "persons",
                        "0", "50000", "32500", "31870", "9016", "ทะเบียนผู้นำชุมชน", "register record", null),
                indicator("IND6", "ข้อมูลพลเมืองจิตอาสา", "Volunteer citizens", "คน", "persons",
                        "2080", "500000", "325728", "130512", "47213", "ทะเบียนพลเมืองจิตอาสา", "register record", null),
                indicator("IND7", "องค์ความรู้/กรณีศึกษา", "Knowledge items and case studies", "เรื่อง", "items",
                        "0", "3000", "1950", null, null, "เรื่องที่เผยแพร่แล้ว", "published item", null));
        return report(indicators, List.of(regions(indicators)));
    }

    /** The seven indicators with a row for each of 82 centres. */
    static MonitoringReport withCentres() {
        MonitoringReport report = seven();
        List<Area> centres = new ArrayList<>();
        for (int i = 1; i <= 82; i++) {
            centres.add(new Area(new LocalizedText("ศูนย์ " + i, "Centre " + i),
                    Map.of("IND3", BigDecimal.valueOf(i), "IND6", BigDecimal.valueOf(10L * i))));
        }
        List<Breakdown> breakdowns = new ArrayList<>(report.breakdowns());
        breakdowns.add(new Breakdown(new LocalizedText("รายศูนย์", "By centre"), new LocalizedText("ศูนย์", "Centre"),
                report.indicators().stream().map(Indicator::id).toList(), centres, List.of(), null, null));
        return report(report.indicators(), breakdowns);
    }

    /**
     * The pack of the reference report: two regions with two centres each, one of which has added few people; every change
     * of the period, duplicates and codes are known.
     */
    static MonitoringPack pack() {
        List<AreaFigures> regions = List.of(
                area(Edition.Kind.REGION, "north", "ภาคเหนือ", "North", "north", 640, 8200),
                area(Edition.Kind.REGION, "south", "ภาคใต้", "South", "south", 410, 5300));
        List<AreaFigures> centres = List.of(
                area(Edition.Kind.CENTRE, "TH-50", "เชียงใหม่", "Chiang Mai", "north", 638, 8000),
                area(Edition.Kind.CENTRE, "TH-51", "ลำพูน", "Lamphun", "north", 2, 200),
                area(Edition.Kind.CENTRE, "TH-80", "นครศรีธรรมราช", "Nakhon Si Thammarat", "south", 300, 5300),
                area(Edition.Kind.CENTRE, "TH-90", "สงขลา", "Songkhla", "south", 110, 0));
        return new MonitoringPack(seven(), regions, centres, new LocalizedText("รายการที่นับได้ แยกรายศูนย์", "Records that count, by centre"),
                new LocalizedText("ศูนย์", "Centre"), 5);
    }

    private static AreaFigures area(Edition.Kind kind, String code, String th, String en, String region, long leaders,
            long volunteers) {
        return new AreaFigures(new Edition(kind, code, new LocalizedText(th, en)), region,
                Map.of("IND5", part(code, leaders), "IND6", part(code, volunteers), "IND3", part(code, 3)));
    }

    private static Part part(String area, long counted) {
        BigDecimal now = BigDecimal.valueOf(counted);
        BigDecimal added = BigDecimal.valueOf(counted / 2);
        BigDecimal removed = BigDecimal.valueOf(counted / 10);
        return new Part(now, new Movement(now.subtract(added).add(removed), added, removed, now),
                new Duplicates(now.add(BigDecimal.valueOf(counted / 20)), BigDecimal.valueOf(counted / 50),
                        BigDecimal.valueOf(counted / 20), BigDecimal.valueOf(counted / 40)),
                "K7F2-" + area.substring(area.length() - 2), false, false);
    }

    /** As many indicators as wanted, of every size and status, with long titles among them. */
    static MonitoringReport of(int count) {
        List<Indicator> indicators = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            BigDecimal target = BigDecimal.valueOf((long) (7 * Math.pow(10, i % 6)));
            BigDecimal phased = target.multiply(new BigDecimal("0.5"));
            BigDecimal actual = i % 7 == 0 ? null : phased.multiply(BigDecimal.valueOf(60 + 5L * (i % 9)))
                    .movePointLeft(2).setScale(0, java.math.RoundingMode.DOWN);
            indicators.add(new Indicator("IND" + i,
                    new LocalizedText("ตัวชี้วัดที่ " + i + (i % 3 == 0
                            ? " จำนวนกลุ่มและเครือข่ายภาคประชาชนที่ได้รับการสนับสนุนให้จัดกิจกรรมสร้างเสริมสุขภาวะอย่างต่อเนื่อง"
                            : " จำนวนเครือข่าย"),
                            "Indicator " + i + (i % 3 == 0
                                    ? ": number of civic groups and networks supported in continuous well-being activities"
                                    : ": number of networks")),
                    new LocalizedText("กลุ่ม", "groups"), BigDecimal.ZERO, target, phased, actual,
                    movement(actual, actual), null, null, false, status(actual, phased), null, null));
        }
        return report(indicators, count == 0 ? List.of() : List.of(regions(indicators)));
    }

    static MonitoringReport report(List<Indicator> indicators, List<Breakdown> breakdowns) {
        return new MonitoringReport(
                Edition.NATIONAL, Map.of(),
                new LocalizedText("สานพลังประชารัฐจังหวัด สร้างเสริมสังคมสุขภาวะแบบองค์รวม (ระยะที่ 2)",
                        "Provincial civic networks for a well-being society, phase 2"),
                new LocalizedText("โครงการสานพลังประชารัฐจังหวัด สร้างเสริมสังคมสุขภาวะแบบองค์รวม ระยะที่ 2 (76 จังหวัดและ กทม.)",
                        "Provincial civic networks for a well-being society, phase 2 (76 provinces and Bangkok)"),
                "59-00-0421",
                new LocalizedText("สถาบันชุมชนท้องถิ่นพัฒนา (LDI)", "Local Development Institute (LDI)"),
                new LocalizedText("กองทุนสนับสนุนการสร้างเสริมสุขภาพ (สสส.)", "Thai Health Promotion Foundation"),
                LocalDate.of(2016, 5, 1), LocalDate.of(2017, 10, 31), LocalDate.of(2017, 2, 28),
                LocalDateTime.of(2017, 3, 2, 9, 5),
                new MonitoringReport.Period(2, LocalDate.of(2016, 11, 1), LocalDate.of(2017, 4, 30)),
                "3", true, SCALE, indicators, breakdowns,
                new LocalizedText("ทุกรายการผ่านการตรวจอัตโนมัติ และสุ่มตรวจร้อยละ 5 ต่อศูนย์ต่อไตรมาส (อย่างน้อย 20 สูงสุด 200 รายการ) "
                        + "โดยผู้ตรวจที่ไม่ใช่ผู้บันทึกและไม่สังกัดศูนย์เดียวกัน ชุดที่ผิดเกินร้อยละ 5 ถูกส่งกลับทั้งชุด",
                        "Every record passes automatic checks; a random 5% per centre and quarter (at least 20, at most 200) is "
                                + "checked by someone who neither wrote it nor belongs to that centre. Batches with more "
                                + "than 5% errors are returned."),
                List.of(new LocalizedText("บุคคลเดียวกันที่เป็นผู้นำมากกว่าหนึ่งประเภทนับในแต่ละตัวชี้วัด ประเภทละหนึ่งครั้ง",
                        "A person who leads in more than one way counts once in each of those indicators.")), List.of());
    }

    static Indicator indicator(String id, String th, String en, String unitTh, String unitEn, String baseline,
            String target, String phased, String actual, String added, String evidenceTh, String evidenceEn,
            LocalizedText note) {
        return new Indicator(id, new LocalizedText(th, en), new LocalizedText(unitTh, unitEn), new BigDecimal(baseline),
                new BigDecimal(target), new BigDecimal(phased), decimal(actual),
                movement(actual == null ? null : decimal(actual).subtract(new BigDecimal(baseline)), decimal(added)), null,
                null, unitEn.equals("persons"), status(decimal(actual), new BigDecimal(phased)), new LocalizedText(evidenceTh, evidenceEn), note);
    }

    private static Breakdown regions(List<Indicator> indicators) {
        List<String> ids = indicators.stream().map(Indicator::id).toList();
        List<LocalizedText> names = List.of(new LocalizedText("ภาคเหนือ", "North"),
                new LocalizedText("ภาคตะวันออกเฉียงเหนือ", "Northeast"),
                new LocalizedText("ภาคกลางและตะวันออก", "Central and East"),
                new LocalizedText("ภาคตะวันตก", "West"),
                new LocalizedText("ภาคใต้", "South"),
                new LocalizedText("กรุงเทพมหานคร 6 โซน", "Bangkok, 6 zones"));
        int[] shares = {22, 31, 18, 6, 17, 6};
        List<Area> areas = new ArrayList<>();
        Map<String, BigDecimal> sums = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Map<String, BigDecimal> values = new HashMap<>();
            for (Indicator indicator : indicators) {
                if (indicator.actual() != null) {
                    BigDecimal value = indicator.actual().subtract(indicator.baseline())
                            .multiply(BigDecimal.valueOf(shares[i])).movePointLeft(2)
                            .setScale(0, java.math.RoundingMode.UP);
                    values.put(indicator.id(), value);
                    sums.merge(indicator.id(), value, BigDecimal::add);
                }
            }
            areas.add(new Area(names.get(i), values));
        }
        Map<String, BigDecimal> shared = new HashMap<>();
        Map<String, BigDecimal> baselines = new HashMap<>();
        Map<String, BigDecimal> whole = new HashMap<>();
        for (Indicator indicator : indicators) {
            if (indicator.actual() != null) {
                whole.put(indicator.id(), indicator.actual());
                baselines.put(indicator.id(), indicator.baseline());
                shared.put(indicator.id(),
                        indicator.actual().subtract(indicator.baseline()).subtract(sums.get(indicator.id())));
            }
        }
        return new Breakdown(new LocalizedText("ผลสะสมรายภาค", "Actual to date by region"),
                new LocalizedText("ภาค", "Region"), ids, areas,
                List.of(new Area(new LocalizedText("รวมทุกภาค", "Sum of regions"), sums),
                        new Area(new LocalizedText("นับซ้ำข้ามภาค", "Shared between regions"), shared),
                        new Area(new LocalizedText("ค่าฐาน (ไม่แยกภาค)", "Baseline (not by region)"), baselines),
                        new Area(new LocalizedText("ทั้งโครงการ", "Whole grant"), whole)),
                new LocalizedText("บุคคลที่ขึ้นทะเบียนในหลายจังหวัดนับเป็นหนึ่งในระดับโครงการ (BR-20) ผลต่างแสดงในแถวนับซ้ำ",
                        "A person registered in several provinces counts once for the whole grant (BR-20); the "
                                + "difference is shown."), null);
    }

    private static Status status(BigDecimal actual, BigDecimal phased) {
        if (actual == null) {
            return Status.NO_DATA;
        }
        BigDecimal percent = actual.movePointRight(2).divide(phased, 4, java.math.RoundingMode.DOWN);
        return percent.compareTo(SCALE.greenFrom()) >= 0
                ? Status.GREEN
                : percent.compareTo(SCALE.amberFrom()) >= 0 ? Status.AMBER : Status.RED;
    }

    /** Of what counts now, so much has come in the period. */
    private static Movement movement(BigDecimal counted, BigDecimal added) {
        return counted == null || added == null ? null : new Movement(counted.subtract(added), null, null, counted);
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
