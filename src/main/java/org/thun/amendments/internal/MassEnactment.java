package org.thun.amendments.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.thun.amendments.Amendment;
import org.thun.amendments.Amendment.Origin;
import org.thun.amendments.Amendment.Step;
import org.thun.amendments.Amendment.Verdict;
import org.thun.amendments.AmendmentInForce;
import org.thun.amendments.AmendmentState;
import org.thun.amendments.MassAmendment;
import org.thun.amendments.MassAmendments.LineState;
import org.thun.amendments.internal.AmendmentMapper.DecisionRow;
import org.thun.amendments.internal.AmendmentMapper.PartRow;
import org.thun.amendments.internal.AmendmentMapper.Row;
import org.thun.amendments.internal.MassJudge.Judged;
import org.thun.amendments.internal.MassMapper.GrantRow;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.Problem;
import org.thun.web.Formats;

/** Amends one grant by a decision for many, in one transaction with the note that it is done. */
@Component
@Transactional
class MassEnactment {

    private static final Locale THAI = Locale.forLanguageTag("th");

    private final MassMapper masses;
    private final MassJudge judge;
    private final AmendmentMapper amendments;
    private final AmendmentBook book;
    private final PartCodec codec;
    private final Enactment enactment;
    private final Grants grants;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final MessageSource messages;
    private final Formats formats;
    private final ApplicationEventPublisher events;

    MassEnactment(
            MassMapper masses,
            MassJudge judge,
            AmendmentMapper amendments,
            AmendmentBook book,
            PartCodec codec,
            Enactment enactment,
            Grants grants,
            Accounts accounts,
            AuditTrail audit,
            BusinessClock clock,
            MessageSource messages,
            Formats formats,
            ApplicationEventPublisher events) {
        this.masses = masses;
        this.judge = judge;
        this.amendments = amendments;
        this.book = book;
        this.codec = codec;
        this.enactment = enactment;
        this.grants = grants;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.messages = messages;
        this.formats = formats;
        this.events = events;
    }

    /** Tries it once; whoever comes second finds it done. */
    void enact(String massId, String grantId) {
        GrantRow row = masses.lockGrant(massId, grantId).orElseThrow();
        if (row.state() != LineState.PENDING) {
            return;
        }
        MassAmendment mass = MassBook.mass(masses.find(massId).orElseThrow());
        Grant grant = grants.get(grantId);
        Judged judged = judge.of(mass, grant);
        if (mass.wave() == 2 && !judged.now().suspended()) {
            // Somebody else has let it run again before its day.
            masses.applied(massId, grantId, row.amendmentId(), clock.dateTime());
            return;
        }
        if (!judged.against().isEmpty()) {
            Problem first = judged.against().get(0);
            masses.notApplied(massId, grantId, LineState.REFUSED, words(first, THAI), words(first, Locale.ENGLISH),
                    clock.dateTime());
            audit.record(Actor.SYSTEM, AuditEvent.of(massId, "massAmendment.refused", MassAmendment.OBJECT_TYPE, massId)
                    .because(words(first, THAI))
                    .with(grantId));
            return;
        }
        masses.applied(massId, grantId, amend(mass, judged), clock.dateTime());
    }

    /** It went wrong: what was begun is undone, and people are told that it is. */
    void fail(String massId, String grantId) {
        masses.lockGrant(massId, grantId).filter(row -> row.state() == LineState.PENDING).ifPresent(row -> {
            Problem failed = Problem.of("amendments.mass.problem.failed");
            masses.notApplied(massId, grantId, LineState.FAILED, words(failed, THAI), words(failed, Locale.ENGLISH),
                    clock.dateTime());
            audit.record(Actor.SYSTEM, AuditEvent.of(massId, "massAmendment.failed", MassAmendment.OBJECT_TYPE, massId)
                    .with(grantId));
        });
    }

    private String amend(MassAmendment mass, Judged judged) {
        Situation now = judged.now();
        Grant grant = now.grant();
        Actor decider = accounts.actor(mass.decided().accountId()).map(actor -> actor.as(Role.AP)).orElse(Actor.SYSTEM);
        LocalDate today = clock.today();
        int no = amendments.lastNo(grant.id()) + 1;
        String id = Ids.next();
        amendments.insert(new Row(id, grant.id(), no, Origin.MASS, AmendmentState.APPROVED, judged.weight(), mass.reason(),
                mass.letter(), null, now.late(judged.parts()), mass.drafted().accountId(), mass.drafted().name(),
                mass.drafted().at(), mass.sent().accountId(), mass.sent().name(), mass.sent().at().toLocalDate(), today,
                null, null, null, mass.resolutionNo(), null, null, null, mass.id()));
        for (int i = 0; i < judged.parts().size(); i++) {
            amendments.insertPart(new PartRow(id, i + 1, judged.parts().get(i).kind(), codec.write(judged.parts().get(i))));
        }
        amendments.insertDecision(new DecisionRow(id, 1, Step.APPROVAL, Verdict.APPROVE, mass.comments(),
                mass.decided().accountId(), mass.decided().name(), Role.AP, mass.decided().at(), false));
        Amendment amendment = book.amendment(amendments.find(id).orElseThrow());
        int version = enactment.enact(now, amendment, label(mass, no), null, decider);
        amendments.putInForce(id, today, version);
        amendments.move(id, AmendmentState.IN_FORCE, today);
        audit.record(decider, AuditEvent.transition(grant.id(), "amendment.putInForce", Amendment.OBJECT_TYPE, id, null,
                AmendmentState.IN_FORCE).because(mass.reason()).with(List.of(mass.id(), judged.parts())));
        events.publishEvent(new AmendmentInForce(grant.id(), id, no));
        return id;
    }

    /** For the record: in the language of the installation. */
    private String label(MassAmendment mass, int no) {
        String decision = messages.getMessage("amendments.mass.number", new Object[] {mass.no()}, THAI);
        String label = "#" + no + " " + decision;
        return mass.letter() == null || label.length() + mass.letter().length() >= 200 ? label : label + " " + mass.letter();
    }

    private String words(Problem problem, Locale language) {
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        try {
            LocaleContextHolder.setLocale(language);
            return formats.problem(problem);
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
