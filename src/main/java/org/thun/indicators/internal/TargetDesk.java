package org.thun.indicators.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Role;
import org.thun.indicators.IndicatorTargets;
import org.thun.indicators.TargetChange;
import org.thun.indicators.TargetChange.State;
import org.thun.indicators.internal.SettingHistory.Setting;
import org.thun.indicators.internal.SettingMapper.Asked;
import org.thun.programmes.Indicator;
import org.thun.programmes.Indicator.ValueSetting;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

@Service
class TargetDesk implements IndicatorTargets {

    private static final String OBJECT_TYPE = "indicator_setting";
    private static final int LONGEST_AMENDMENT = 200;
    private static final int LONGEST_REASON = 1000;

    /** The largest value that can be kept: 16 digits before the point. */
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(16);

    private final SettingMapper settings;
    private final FirstSettingMapper beginnings;
    private final Programmes programmes;
    private final AuditTrail audit;
    private final BusinessClock clock;

    TargetDesk(
            SettingMapper settings,
            FirstSettingMapper beginnings,
            Programmes programmes,
            AuditTrail audit,
            BusinessClock clock) {
        this.settings = settings;
        this.beginnings = beginnings;
        this.programmes = programmes;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<TargetChange> history(Grant grant, String indicatorId) {
        return settings.of(grant.id(), indicatorId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<TargetChange> inForce(Grant grant) {
        return settings.inForce(grant.id());
    }

    @Override
    @Transactional
    public Outcome<String> propose(Grant grant, Proposal asked, Actor actor) {
        Role role = proposer(grant, actor);
        if (role == null) {
            return Outcome.refused(Problem.of("indicators.problem.notProposer").under("BR-25"));
        }
        List<Problem> problems = problems(grant, asked);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        String id = Ids.next();
        settings.insert(id, grant.id(), asked.indicatorId(), asked.baseline(), asked.target(), asked.holdsFrom(),
                asked.amendment().strip(), asked.reason().strip(), actor.accountId(), actor.name().th(), clock.today());
        audit.record(actor.as(role), AuditEvent
                .transition(grant.id(), "indicator.proposeTarget", OBJECT_TYPE, id, null, State.PROPOSED)
                .because(asked.reason().strip())
                .with(asked));
        return Outcome.done(id);
    }

    @Override
    @Transactional
    public Outcome<Void> decide(Grant grant, String changeId, boolean approve, Actor actor) {
        Role role = actor.roleFor(Action.APPROVE, ObjectKind.AMENDMENT, grant.scope()).orElse(null);
        if (role == null) {
            return Outcome.refused(Problem.of("indicators.problem.notDecider").under("BR-25"));
        }
        Asked asked = settings.lock(grant.id(), changeId).orElse(null);
        if (asked == null || asked.state() != State.PROPOSED) {
            return Outcome.refused(Problem.of("indicators.problem.notProposed"));
        }
        if (actor.accountId().equals(asked.proposedBy())) {
            return Outcome.refused(Problem.of("indicators.problem.ownProposal").under("SD1"));
        }
        LocalDate today = clock.today();
        if (approve && today.isAfter(grant.endsOn())) {
            return Outcome.refused(Problem.of("indicators.problem.over").under("BR-35"));
        }
        State state = approve ? State.IN_FORCE : State.REFUSED;
        // Days that have passed keep the target they were reported against.
        LocalDate holdsFrom = approve && asked.holdsFrom().isBefore(today) ? today : asked.holdsFrom();
        settings.decide(changeId, state, holdsFrom, actor.name().th(), today);
        audit.record(actor.as(role), AuditEvent.transition(grant.id(),
                approve ? "indicator.approveTarget" : "indicator.refuseTarget", OBJECT_TYPE, changeId, State.PROPOSED,
                state));
        return Outcome.done();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Problem> against(Grant grant, Proposal proposal) {
        return problems(grant, proposal);
    }

    @Override
    @Transactional
    public Outcome<String> amend(
            Grant grant, Proposal asked, String proposerId, String proposerName, Actor decider) {
        List<Problem> problems = problems(grant, asked);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        String id = Ids.next();
        LocalDate today = clock.today();
        settings.insert(id, grant.id(), asked.indicatorId(), asked.baseline(), asked.target(), asked.holdsFrom(),
                asked.amendment().strip(), asked.reason().strip(), proposerId, proposerName, today);
        settings.decide(id, State.IN_FORCE, asked.holdsFrom(), decider.name().th(), today);
        audit.record(decider, AuditEvent
                .transition(grant.id(), "indicator.approveTarget", OBJECT_TYPE, id, null, State.IN_FORCE)
                .because(asked.reason().strip())
                .with(asked));
        return Outcome.done(id);
    }

    @Override
    public boolean mayPropose(Grant grant, Actor actor) {
        return proposer(grant, actor) != null && !clock.today().isAfter(grant.endsOn());
    }

    @Override
    public boolean mayDecide(Grant grant, Actor actor) {
        return actor.may(Action.APPROVE, ObjectKind.AMENDMENT, grant.scope());
    }

    /** The grantee asks for amendments, the programme officer enters what has been agreed. */
    private static Role proposer(Grant grant, Actor actor) {
        return actor.roleFor(Action.SUBMIT, ObjectKind.AMENDMENT, grant.scope())
                .or(() -> actor.roleFor(Action.CHECK, ObjectKind.AMENDMENT, grant.scope())
                        .filter(role -> role == Role.PO))
                .orElse(null);
    }

    private List<Problem> problems(Grant grant, Proposal asked) {
        List<Problem> problems = new ArrayList<>();
        LocalDate today = clock.today();
        if (today.isAfter(grant.endsOn())) {
            return List.of(Problem.of("indicators.problem.over").under("BR-35"));
        }
        Indicator indicator = programmes.version(grant.programmeKey(), grant.programmeVersion())
                .indicator(asked.indicatorId())
                .orElse(null);
        if (indicator == null) {
            return List.of(Problem.of("indicators.problem.unknown"));
        }
        if (asked.holdsFrom() == null || asked.holdsFrom().isBefore(today) || asked.holdsFrom().isAfter(grant.endsOn())) {
            problems.add(Problem.at("holdsFrom", "indicators.problem.holdsFrom", today, grant.endsOn()));
        }
        number(asked.baseline(), "baseline", problems);
        number(asked.target(), "target", problems);
        text(asked.amendment(), "amendment", LONGEST_AMENDMENT, problems);
        text(asked.reason(), "reason", LONGEST_REASON, problems);
        Setting now = new SettingHistory(settings.inForce(grant.id())).on(indicator, grant.endsOn());
        if (problems.isEmpty() && same(now.baseline(), asked.baseline()) && same(now.target(), asked.target())) {
            problems.add(Problem.at("target", "indicators.problem.unchanged"));
        }
        return problems;
    }

    private static void number(BigDecimal value, String field, List<Problem> problems) {
        if (value != null && (value.signum() < 0 || value.compareTo(LIMIT) >= 0)) {
            problems.add(Problem.at(field, "indicators.problem.number"));
        }
    }

    private static void text(String value, String field, int longest, List<Problem> problems) {
        if (value == null || value.isBlank()) {
            problems.add(Problem.at(field, "indicators.problem.required").under("BR-25"));
        } else if (value.strip().length() > longest) {
            problems.add(Problem.at(field, "indicators.problem.tooLong", longest));
        }
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void beginWith(Grant grant, String indicatorId, BigDecimal baseline, String before, String code) {
        programmes.version(grant.programmeKey(), grant.programmeVersion()).indicator(indicatorId).ifPresent(indicator -> {
            String id = Ids.next();
            beginnings.insert(id, grant.id(), indicatorId, baseline, targetBeyond(indicator, baseline),
                    grant.effectiveFrom(), before, code, Actor.SYSTEM.username(), Actor.SYSTEM.name().th(),
                    clock.today());
            audit.record(Actor.SYSTEM, AuditEvent
                    .transition(grant.id(), "indicator.beginWith", OBJECT_TYPE, id, null, State.IN_FORCE)
                    .because(before + " " + code));
        });
    }

    /** The target that the programme states, if the baseline has not reached it. */
    private static BigDecimal targetBeyond(Indicator indicator, BigDecimal baseline) {
        if (indicator.targetSetting() == ValueSetting.INCREASE) {
            return baseline.add(indicator.targetIncrease());
        }
        BigDecimal target = indicator.target();
        if (target == null) {
            return null;
        }
        int way = indicator.lowerIsBetter() ? baseline.compareTo(target) : target.compareTo(baseline);
        return way > 0 ? target : null;
    }
}
