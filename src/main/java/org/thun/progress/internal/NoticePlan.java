package org.thun.progress.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.thun.programmes.ReportingPolicy;
import org.thun.programmes.ReportingPolicy.Escalation;
import org.thun.programmes.ReportingPolicy.EscalationStep;

/**
 * On which days a report that stays away is spoken of (BR-13), as offsets from the due day. The offsets are the
 * programme's; the day after the due day is always among them, because from then on the report is late.
 */
final class NoticePlan {

    static final int FIRST_LATE_DAY = 1;

    private final LocalDate dueOn;
    private final SortedSet<Integer> offsets = new TreeSet<>();
    private final Map<Integer, Set<EscalationStep>> escalations;

    NoticePlan(ReportingPolicy policy, LocalDate dueOn) {
        this.dueOn = dueOn;
        this.escalations = policy.escalations().stream()
                .collect(Collectors.groupingBy(Escalation::days, Collectors.mapping(Escalation::step, Collectors.toSet())));
        offsets.addAll(policy.reminderDays());
        offsets.addAll(escalations.keySet());
        offsets.add(FIRST_LATE_DAY);
    }

    /** The day to look first: today if the report is late already, else the next day of a reminder. */
    LocalDate first(LocalDate today) {
        return dueOn.isBefore(today) ? today : next(today.minusDays(1)).orElseThrow();
    }

    /** The next day of a reminder after that day. */
    Optional<LocalDate> next(LocalDate day) {
        return offsets.stream().map(dueOn::plusDays).filter(notice -> notice.isAfter(day)).findFirst();
    }

    /**
     * Offsets to speak of on that day. What fell due earlier and was missed is made up, except reminders from before
     * the due day: nobody is helped by them any more.
     */
    SortedSet<Integer> dueOn(LocalDate day, Set<Integer> noted) {
        return offsets.stream()
                .filter(offset -> !noted.contains(offset))
                .filter(offset -> {
                    LocalDate notice = dueOn.plusDays(offset);
                    return offset > 0 ? !notice.isAfter(day) : notice.equals(day);
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What has to be put in front of people at those offsets. */
    Set<EscalationStep> escalations(Set<Integer> spokenOf) {
        return spokenOf.stream()
                .flatMap(offset -> escalations.getOrDefault(offset, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    /** The first day on which anything is spoken of. */
    LocalDate begin() {
        return dueOn.plusDays(offsets.first());
    }
}
