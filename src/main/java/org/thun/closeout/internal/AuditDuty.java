package org.thun.closeout.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.thun.activities.MentorVisits;
import org.thun.closeout.CloseOutDossier.Version;
import org.thun.grants.Grant;
import org.thun.programmes.Programmes;
import org.thun.programmes.TranchePolicy;
import org.thun.shared.Money;
import org.thun.shared.Problem;
import org.thun.tasks.FactSheet.Check;

/**
 * Whether a grant needs an outside audit, and why: its amount, or the risk the mentor found at the last visit (BR-46, BR-47).
 * Where the programme states no amount, one is needed: money fails closed.
 */
@Component
class AuditDuty {

    private static final String RULE = "BR-47";

    private final Programmes programmes;
    private final MentorVisits visits;

    AuditDuty(Programmes programmes, MentorVisits visits) {
        this.programmes = programmes;
        this.visits = visits;
    }

    /** A reason for an audit: its text and the figures in it. */
    private record Reason(String key, List<Object> args) {}

    boolean due(Grant grant) {
        return reason(grant).isPresent();
    }

    /** The line of the checklist: why an audit is needed or not, and whether it is there. */
    Check check(Grant grant, Optional<Version> documents) {
        Optional<Reason> reason = reason(grant);
        boolean there = documents.map(version -> version.auditor() != null && version.auditNote() != null).orElse(false);
        return reason.map(why -> new Check(RULE, "closeout.check.audit." + why.key(), why.args(), there,
                        "closeout.check.audit.missing"))
                .orElseGet(() -> new Check(RULE, "closeout.check.audit.notDue", List.of(), true, null));
    }

    /** What documents without the audit that is needed are refused with. */
    List<Problem> problems(Grant grant, String auditor, String auditNote) {
        List<Problem> problems = new ArrayList<>();
        if (policy(grant).auditFrom() == null) {
            problems.add(Problem.of("closeout.problem.noAuditLimit").under(RULE));
            return problems;
        }
        reason(grant).ifPresent(why -> {
            String key = "closeout.check.audit." + why.key();
            if (auditor == null) {
                problems.add(Problem.at("auditor", key, why.args().toArray()).under(RULE));
            }
            if (auditNote == null) {
                problems.add(Problem.at("auditNote", key, why.args().toArray()).under(RULE));
            }
        });
        return problems;
    }

    private Optional<Reason> reason(Grant grant) {
        TranchePolicy policy = policy(grant);
        Money limit = policy.auditFrom();
        if (limit == null) {
            return Optional.of(new Reason("unknown", List.of()));
        }
        if (grant.amount().compareTo(limit) >= 0) {
            return Optional.of(new Reason("amount", List.of(grant.amount(), limit)));
        }
        Integer riskFrom = policy.auditRiskFrom();
        return visits.riskScore(grant.id())
                .filter(score -> riskFrom != null && score >= riskFrom)
                .map(score -> new Reason("risk", List.of(score, riskFrom)));
    }

    private TranchePolicy policy(Grant grant) {
        return programmes.version(grant.programmeKey(), grant.programmeVersion()).tranches();
    }
}
