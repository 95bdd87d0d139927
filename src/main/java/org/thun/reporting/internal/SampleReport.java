package org.thun.reporting.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.thun.reporting.Edition;
import org.thun.reporting.MonitoringReport;
import org.thun.reporting.MonitoringReport.Area;
import org.thun.reporting.MonitoringReport.Breakdown;
import org.thun.reporting.MonitoringReport.Indicator;
import org.thun.reporting.MonitoringReport.Movement;
import org.thun.reporting.MonitoringReport.Period;
import org.thun.reporting.MonitoringReport.Status;
import org.thun.reporting.MonitoringReport.StatusScale;
import org.thun.reporting.Restatement;
import org.thun.shared.LocalizedText;

/** The smallest report that passes through every part of the templates. */
final class SampleReport {

    private static final LocalizedText TEXT = new LocalizedText("ตัวอย่าง", "Sample");
    private static final LocalDate DAY = LocalDate.of(2016, 5, 1);

    static final MonitoringReport REPORT = new MonitoringReport(
            Edition.NATIONAL, Map.of(), TEXT, TEXT, "0", TEXT, TEXT, DAY, DAY.plusYears(1), DAY, DAY.atStartOfDay(), new Period(1, DAY, DAY), "1", true,
            new StatusScale(BigDecimal.valueOf(90), BigDecimal.valueOf(70)),
            List.of(new Indicator("IND", TEXT, TEXT, BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ONE,
                    new Movement(BigDecimal.ZERO, null, null, BigDecimal.ONE), null, null, false, Status.GREEN, TEXT, TEXT)),
            List.of(new Breakdown(TEXT, TEXT, List.of("IND"), List.of(new Area(TEXT, Map.of("IND", BigDecimal.ONE))),
                    List.of(), TEXT, null)),
            TEXT, List.of(TEXT), List.of(new Restatement("", "", 1, DAY, Edition.NATIONAL.key(), null, "IND",
                    Restatement.Figure.ACTUAL, BigDecimal.ONE, BigDecimal.TEN, DAY, "-")));

    private SampleReport() {}
}
