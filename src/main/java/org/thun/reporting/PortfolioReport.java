package org.thun.reporting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.thun.grants.GrantState;
import org.thun.reporting.MonitoringReport.Status;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;

/**
 * The grants of a programme side by side.
 *
 * @param programme title of the programme
 * @param asOf the day whose figures these are
 * @param generatedAt when they were collected, Bangkok time
 * @param synthetic whether people and amounts of any of them are made up
 * @param lines one grant each, the newest first
 */
public record PortfolioReport(
        LocalizedText programme, LocalDate asOf, LocalDateTime generatedAt, boolean synthetic, List<Line> lines) {

    public PortfolioReport {
        lines = List.copyOf(lines);
    }

    /**
     * One grant.
     *
     * @param grantId its id
     * @param money its money, or {@code null} for a reader who may not see it
     * @param lateReports period reports that are due and not submitted
     * @param indicators how its indicators stand; empty before the agreement takes effect
     */
    public record Line(
            String grantId,
            String number,
            LocalizedText title,
            LocalizedText grantee,
            GrantState state,
            LocalDate startsOn,
            LocalDate endsOn,
            PortfolioMoney money,
            int lateReports,
            List<Standing> indicators) {

        public Line {
            indicators = List.copyOf(indicators);
        }

        /** How many of its indicators have that status. */
        public long count(Status status) {
            return indicators.stream().filter(standing -> standing.status() == status).count();
        }
    }

    /**
     * The money of a grant.
     *
     * @param amount the whole grant
     * @param paid paid in tranches so far
     * @param spent expenses of accepted periods
     * @param balance what the grantee should have in hand
     */
    public record PortfolioMoney(Money amount, Money paid, Money spent, Money balance) {}

    /** How an indicator stands. */
    public record Standing(String indicatorId, Status status) {}
}
