package org.thun.reporting.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.indicators.AcceptedSums;
import org.thun.progress.MoneyPage;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReports;
import org.thun.programmes.IndicatorSource.AcceptedSum;
import org.thun.shared.Money;

/** Indicators of money read the money pages of accepted period reports: what is not accepted does not exist (BR-50). */
@Component
class AcceptedMoney implements AcceptedSums {

    private final PeriodReports periods;

    AcceptedMoney(PeriodReports periods) {
        this.periods = periods;
    }

    @Override
    public List<AcceptedFigure> of(String grantId, AcceptedSum line) {
        return periods.accepted(grantId).stream()
                .map(report -> figure(report, amount(report.money(), line)))
                .toList();
    }

    private static AcceptedFigure figure(PeriodReport report, Money amount) {
        return new AcceptedFigure(report.no(), report.days().from(), report.days().to(), amount.toBaht(),
                report.acceptedAt());
    }

    private static Money amount(MoneyPage page, AcceptedSum line) {
        return switch (line) {
            case RECEIVED -> page.received();
            case INTEREST -> page.interest();
            case OTHER_INCOME -> page.otherIncome();
            case EXPENSE -> page.expense();
        };
    }
}
