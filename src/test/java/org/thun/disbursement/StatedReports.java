package org.thun.disbursement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.thun.progress.PeriodReport;
import org.thun.progress.PeriodReports;

/** Period reports as a test of money states them; those of all other grants come from the real module. */
@Component
@Primary
class StatedReports implements PeriodReports {

    private final Map<String, Map<Integer, PeriodReport>> stated = new ConcurrentHashMap<>();
    private final ObjectProvider<PeriodReports> all;

    StatedReports(ObjectProvider<PeriodReports> all) {
        this.all = all;
    }

    void state(PeriodReport report) {
        stated.computeIfAbsent(report.grantId(), grant -> new TreeMap<>()).put(report.no(), report);
    }

    @Override
    public List<PeriodReport> ofGrant(String grantId) {
        return stated.containsKey(grantId)
                ? List.copyOf(stated.get(grantId).values())
                : real().map(reports -> reports.ofGrant(grantId)).orElse(List.of());
    }

    @Override
    public Optional<PeriodReport> find(String grantId, int periodNo) {
        return stated.containsKey(grantId)
                ? Optional.ofNullable(stated.get(grantId).get(periodNo))
                : real().flatMap(reports -> reports.find(grantId, periodNo));
    }

    private Optional<PeriodReports> real() {
        return all.stream().filter(reports -> reports != this).findFirst();
    }
}
