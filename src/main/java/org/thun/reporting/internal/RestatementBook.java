package org.thun.reporting.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.reporting.Edition;
import org.thun.reporting.FrozenReport;
import org.thun.reporting.MonitoringPack;
import org.thun.reporting.MonitoringPack.AreaFigures;
import org.thun.reporting.MonitoringReport.Indicator;
import org.thun.reporting.ReportAccess;
import org.thun.reporting.ReportArchive;
import org.thun.reporting.ReportSource;
import org.thun.reporting.Restatement;
import org.thun.reporting.Restatements;
import org.thun.reporting.internal.RestatementMapper.RestatementRow;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.workflow.DailyWork;

/** Compares frozen figures with the records as they are now, and keeps what differs with the reasons people give. */
@Service
class RestatementBook implements Restatements, DailyWork {

    private static final Logger LOG = LoggerFactory.getLogger(RestatementBook.class);

    private static final int LONGEST_REASON = 1000;

    private final RestatementMapper restatements;
    private final ReportArchive archive;
    private final ReportSource source;
    private final Grants grants;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    RestatementBook(RestatementMapper restatements, ReportArchive archive, ReportSource source, Grants grants,
            AuditTrail audit, BusinessClock clock, PlatformTransactionManager transactions) {
        this.restatements = restatements;
        this.archive = archive;
        this.source = source;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Which figure of a period: the key under which its value is looked up. */
    private record Place(String editionKey, String indicatorId, Restatement.Figure figure) {}

    @Override
    public List<Restatement> of(Grant grant, Actor actor) {
        ReportAccess access = ReportAccess.of(actor, grant);
        return restatements.ofGrant(grant.id()).stream()
                .map(RestatementBook::restatement)
                .filter(each -> access.reads(each.editionKey()))
                .filter(each -> !access.sumsOnly() || each.national())
                .toList();
    }

    @Override
    @Transactional
    public int look(Grant grant) {
        Map<Integer, LocalDate> frozen = archive.monitoringReports(grant.id()).stream()
                .collect(Collectors.toMap(FrozenReport::periodNo, FrozenReport::asOf, (first, second) -> first));
        int found = 0;
        for (Map.Entry<Integer, LocalDate> period : frozen.entrySet()) {
            found += look(grant, period.getKey(), period.getValue());
        }
        return found;
    }

    private int look(Grant grant, int periodNo, LocalDate asOf) {
        MonitoringPack then = archive.frozenValues(grant.id(), periodNo).orElse(null);
        MonitoringPack now = source.pack(grant.id(), asOf).orElse(null);
        if (then == null || now == null) {
            return 0;
        }
        Map<Place, BigDecimal> known = values(then);
        // A copy of the first release states no areas; what it does not state cannot change.
        Set<Place> comparable = new HashSet<>(known.keySet());
        if (!then.centres().isEmpty()) {
            comparable.addAll(values(now).keySet());
        }
        restatements.ofGrant(grant.id()).stream().filter(row -> row.periodNo() == periodNo).forEach(row -> known.put(
                new Place(row.editionKey(), row.indicatorId(), Restatement.Figure.valueOf(row.figureCode())), row.newValue()));
        Map<Place, BigDecimal> values = values(now);
        Map<String, LocalizedText> names = names(now);
        int found = 0;
        for (Place place : comparable.stream().sorted(Comparator.comparing(Place::toString)).toList()) {
            BigDecimal was = known.get(place);
            BigDecimal is = values.get(place);
            if (!same(was, is)) {
                LocalizedText area = names.get(place.editionKey());
                restatements.insert(new RestatementRow(Ids.next(), grant.id(), periodNo, asOf, place.editionKey(),
                        area == null ? null : area.th(), area == null ? null : area.en(), place.indicatorId(),
                        place.figure().name(), was, is, clock.today(), null));
                found++;
            }
        }
        return found;
    }

    private static boolean same(BigDecimal was, BigDecimal is) {
        return was == null || is == null ? Objects.equals(was, is) : was.compareTo(is) == 0;
    }

    private static Map<Place, BigDecimal> values(MonitoringPack pack) {
        Map<Place, BigDecimal> values = new HashMap<>();
        String national = Edition.NATIONAL.key();
        for (Indicator indicator : pack.national().indicators()) {
            put(values, new Place(national, indicator.id(), Restatement.Figure.ACTUAL), indicator.actual());
            put(values, new Place(national, indicator.id(), Restatement.Figure.BASELINE), indicator.baseline());
            put(values, new Place(national, indicator.id(), Restatement.Figure.TARGET), indicator.target());
        }
        for (List<AreaFigures> areas : List.of(pack.regions(), pack.centres())) {
            areas.forEach(area -> area.parts().forEach((id, part) ->
                    put(values, new Place(area.edition().key(), id, Restatement.Figure.COUNTED), part.counted())));
        }
        return values;
    }

    private static void put(Map<Place, BigDecimal> values, Place place, BigDecimal value) {
        if (value != null) {
            values.put(place, value);
        }
    }

    private static Map<String, LocalizedText> names(MonitoringPack pack) {
        return pack.editions().stream()
                .filter(edition -> !edition.national())
                .collect(Collectors.toMap(Edition::key, Edition::name));
    }

    @Override
    @Transactional
    public Outcome<Void> explain(Grant grant, String restatementId, String reason, Actor actor) {
        if (!mayExplain(grant, actor)) {
            return Outcome.refused(Problem.of("reporting.restated.notAllowed"));
        }
        RestatementRow row = restatements.find(restatementId)
                .filter(found -> found.grantId().equals(grant.id()))
                .orElse(null);
        if (row == null) {
            return Outcome.refused(Problem.of("reporting.restated.unknown"));
        }
        String words = reason == null ? "" : reason.strip();
        if (words.isEmpty()) {
            return Outcome.refused(Problem.at("reason", "reporting.restated.reason.missing"));
        }
        if (words.length() > LONGEST_REASON) {
            return Outcome.refused(Problem.at("reason", "reporting.restated.reason.long", LONGEST_REASON));
        }
        restatements.explain(restatementId, words, actor.accountId(), clock.today());
        audit.record(actor, AuditEvent.of(grant.id(), "restatement.explain", "restatement", restatementId).because(words));
        return Outcome.done();
    }

    @Override
    public boolean mayExplain(Grant grant, Actor actor) {
        return ReportAccess.of(actor, grant).whole()
                && List.of(Action.EDIT, Action.SUBMIT, Action.APPROVE).stream()
                        .anyMatch(action -> actor.may(action, ObjectKind.MEASUREMENT, grant.scope()));
    }

    /**
     * Compares on the first day of each month. A grant whose figures cannot be compared must not keep the day's other work
     * from being done.
     */
    @Override
    public void on(LocalDate day) {
        if (day.getDayOfMonth() == 1) {
            grants.running().forEach(this::lookAndGoOn);
        }
    }

    /** Compares before another period is frozen, so that its report tells what has changed in earlier ones. */
    void lookAndGoOn(Grant grant) {
        try {
            transaction.executeWithoutResult(status -> look(grant));
        } catch (RuntimeException e) {
            LOG.error("frozen figures of grant {} could not be compared; tried again next month", grant.id(), e);
        }
    }

    static Restatement restatement(RestatementRow row) {
        return new Restatement(row.id(), row.grantId(), row.periodNo(), row.asOf(), row.editionKey(),
                row.areaTh() == null ? null : new LocalizedText(row.areaTh(), row.areaEn()), row.indicatorId(),
                Restatement.Figure.valueOf(row.figureCode()), row.oldValue(), row.newValue(), row.foundOn(), row.reason());
    }
}
