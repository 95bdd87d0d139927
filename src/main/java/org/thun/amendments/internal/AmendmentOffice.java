package org.thun.amendments.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.amendments.Amendment;
import org.thun.amendments.Amendment.Decision;
import org.thun.amendments.Amendment.Origin;
import org.thun.amendments.Amendment.Step;
import org.thun.amendments.Amendment.Verdict;
import org.thun.amendments.AmendmentClass;
import org.thun.amendments.AmendmentDesk;
import org.thun.amendments.AmendmentInForce;
import org.thun.amendments.AmendmentKind;
import org.thun.amendments.AmendmentState;
import org.thun.amendments.Part;
import org.thun.amendments.VersionDifference;
import org.thun.amendments.internal.AmendmentMapper.DecisionRow;
import org.thun.amendments.internal.AmendmentMapper.PartRow;
import org.thun.amendments.internal.AmendmentMapper.Row;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.AgreementChanges;
import org.thun.grants.AgreementVersion;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Role;
import org.thun.parties.BankAccountChanges;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.workflow.Processes;

/** Carries out what people write and decide about amendments. Everything is checked before the first row is written. */
@Service
@Transactional
class AmendmentOffice implements AmendmentDesk {

    private static final String PROCESS = "amendment";
    private static final String OBJECT = Amendment.OBJECT_TYPE;
    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_LETTER = 200;

    private final AmendmentMapper amendments;
    private final AmendmentBook book;
    private final PartCodec codec;
    private final Situations situations;
    private final PartRules rules;
    private final Weighing weighing;
    private final Preview preview;
    private final PartWords words;
    private final Enactment enactment;
    private final AgreementChanges agreements;
    private final BankAccountChanges accountsOfBanks;
    private final Grants grants;
    private final Accounts accounts;
    private final Programmes programmes;
    private final Processes processes;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;

    AmendmentOffice(
            AmendmentMapper amendments,
            AmendmentBook book,
            PartCodec codec,
            Situations situations,
            PartRules rules,
            Weighing weighing,
            Preview preview,
            PartWords words,
            Enactment enactment,
            AgreementChanges agreements,
            BankAccountChanges accountsOfBanks,
            Grants grants,
            Accounts accounts,
            Programmes programmes,
            Processes processes,
            AuditTrail audit,
            BusinessClock clock,
            MessageSource messages,
            ApplicationEventPublisher events) {
        this.events = events;
        this.amendments = amendments;
        this.book = book;
        this.codec = codec;
        this.situations = situations;
        this.rules = rules;
        this.weighing = weighing;
        this.preview = preview;
        this.words = words;
        this.enactment = enactment;
        this.agreements = agreements;
        this.accountsOfBanks = accountsOfBanks;
        this.grants = grants;
        this.accounts = accounts;
        this.programmes = programmes;
        this.processes = processes;
        this.audit = audit;
        this.clock = clock;
        this.messages = messages;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Amendment> ofGrant(Grant grant, Actor actor) {
        return book.ofGrant(grant, actor);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Amendment> find(Grant grant, String amendmentId, Actor actor) {
        return book.find(grant, amendmentId, actor);
    }

    @Override
    @Transactional(readOnly = true)
    public Amendment get(String amendmentId) {
        return book.amendment(amendments.find(amendmentId)
                .orElseThrow(() -> new IllegalArgumentException("no amendment " + amendmentId)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Offer> offers(Grant grant, Actor actor) {
        return AmendmentBook.originOf(grant, actor)
                .map(origin -> rules.offers(situations.of(grant), origin, actor))
                .orElse(List.of());
    }

    @Override
    public boolean mayDraft(Grant grant, Amendment amendment, Actor actor) {
        return amendment.state().drafting() && AmendmentBook.mayDraft(grant, amendment.origin(), actor);
    }

    @Override
    public boolean mayWithdraw(Grant grant, Amendment amendment, Actor actor) {
        boolean open = amendment.state().drafting() || amendment.state() == AmendmentState.SUBMITTED
                || amendment.state() == AmendmentState.REVIEWED;
        boolean own = amendment.origin() == Origin.FUNDER
                ? actor.holds(Role.PO, grant.scope())
                : actor.may(Action.SUBMIT, ObjectKind.AMENDMENT, grant.scope())
                        || amendment.state() == AmendmentState.DRAFT && actor.accountId().equals(amendment.draftedBy());
        return open && own;
    }

    @Override
    public Outcome<String> begin(Grant grant, Part part, Actor actor) {
        Origin origin = AmendmentBook.originOf(grant, actor).orElse(null);
        if (origin == null) {
            return Outcome.refused(Problem.of("amendments.problem.notDrafter"));
        }
        Situation now = situations.of(grant);
        List<Problem> problems = againstPart(now, origin, List.of(), part, actor);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        return Outcome.done(open(now, origin, List.of(part), null, actor));
    }

    @Override
    public Outcome<Void> add(Grant grant, String amendmentId, Part part, Actor actor) {
        Row row = lockDraft(grant, amendmentId, actor);
        Amendment draft = book.amendment(row);
        List<Problem> problems = againstPart(situations.of(grant), row.origin(), draft.changes(), part, actor);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        int no = draft.parts().stream().map(Amendment.Numbered::no).max(Comparator.naturalOrder()).orElse(0) + 1;
        insert(amendmentId, no, part);
        audit.record(acting(grant, row.origin(), actor),
                AuditEvent.of(grant.id(), "amendment.addPart", OBJECT, amendmentId).with(part));
        return Outcome.done();
    }

    @Override
    public Outcome<Void> remove(Grant grant, String amendmentId, int partNo, Actor actor) {
        Row row = lockDraft(grant, amendmentId, actor);
        if (amendments.deletePart(amendmentId, partNo) > 0) {
            audit.record(acting(grant, row.origin(), actor),
                    AuditEvent.of(grant.id(), "amendment.removePart", OBJECT, amendmentId).with(partNo));
        }
        return Outcome.done();
    }

    @Override
    public Outcome<Void> describe(Grant grant, String amendmentId, Description description, Actor actor) {
        Row row = lockDraft(grant, amendmentId, actor);
        List<Problem> problems = new ArrayList<>();
        tooLong(description.reason(), "reason", LONGEST_REASON, problems);
        tooLong(description.letter(), "letter", LONGEST_LETTER, problems);
        wantedOn(grant, description.wantedOn(), problems);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        amendments.describe(amendmentId, blankToNull(description.reason()), blankToNull(description.letter()),
                description.wantedOn());
        audit.record(acting(grant, row.origin(), actor),
                AuditEvent.of(grant.id(), "amendment.describe", OBJECT, amendmentId).with(description));
        return Outcome.done();
    }

    @Override
    public Outcome<Void> withdraw(Grant grant, String amendmentId, Actor actor) {
        Outcome<Void> withdrawn = giveUp(grant, amendmentId, actor);
        if (withdrawn.isDone()) {
            processes.tell("message_amendmentWithdrawn", amendmentId, Map.of());
        }
        return withdrawn;
    }

    @Override
    public Outcome<Void> giveUp(Grant grant, String amendmentId, Actor actor) {
        Row row = amendments.lock(amendmentId)
                .filter(found -> found.grantId().equals(grant.id()))
                .orElseThrow(() -> new IllegalArgumentException("no amendment " + amendmentId));
        if (!mayWithdraw(grant, book.amendment(row), actor)) {
            return Outcome.refused(Problem.of("amendments.problem.notWithdrawn"));
        }
        move(row, AmendmentState.WITHDRAWN, "amendment.withdraw", null, acting(grant, row.origin(), actor));
        return Outcome.done();
    }

    @Override
    @Transactional(readOnly = true)
    public Effect effect(Grant grant, Amendment amendment) {
        Situation now = situations.of(grant);
        boolean late = amendment.sentOn() == null ? now.late(amendment.changes()) : amendment.late();
        return new Effect(preview.of(now, amendment.changes(), late), weighing.of(now, amendment.changes()),
                rules.against(now, amendment.changes(), amendment.reason()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Problem> words(Grant grant, Amendment amendment) {
        Situation now = situations.withoutFigures(grant);
        return amendment.changes().stream().map(part -> words.of(now, part)).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<VersionDifference> differences(Grant grant) {
        List<AgreementVersion> versions = agreements.versions(grant.id());
        List<VersionDifference> differences = new ArrayList<>();
        for (int i = versions.size() - 1; i > 0; i--) {
            differences.add(Differences.between(versions.get(i - 1), versions.get(i)));
        }
        return differences;
    }

    @Override
    public Outcome<Boolean> ready(String amendmentId, Actor actor) {
        Row row = lock(amendmentId, AmendmentState.DRAFT, AmendmentState.RETURNED);
        Grant grant = grants.get(row.grantId());
        Amendment draft = book.amendment(row);
        Situation now = situations.of(grant);
        List<Problem> problems = againstSending(now, draft);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        boolean sends = row.origin() == Origin.FUNDER || actor.acting() == Role.GL;
        if (sends) {
            send(row, now, draft, actor);
        } else {
            audit.record(actor, AuditEvent.of(grant.id(), "amendment.ready", OBJECT, amendmentId));
        }
        return Outcome.done(sends);
    }

    @Override
    public Outcome<Void> sign(String amendmentId, Decide decision, Actor actor) {
        Row row = lock(amendmentId, AmendmentState.DRAFT, AmendmentState.RETURNED);
        Amendment draft = book.amendment(row);
        if (decision.decision() == Verdict.RETURN) {
            if (isBlank(decision.comments())) {
                return Outcome.refused(Problem.at("comments", "amendments.problem.comments"));
            }
            note(row, Step.SIGNING, decision.decision(), decision.comments(), actor);
            move(row, AmendmentState.RETURNED, "amendment.return", decision.comments(), actor);
            return Outcome.done();
        }
        Situation now = situations.of(grants.get(row.grantId()));
        List<Problem> problems = againstSending(now, draft);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        note(row, Step.SIGNING, decision.decision(), decision.comments(), actor);
        send(row, now, draft, actor);
        return Outcome.done();
    }

    @Override
    public Outcome<Void> check(String amendmentId, Check check, Actor actor) {
        Row row = lock(amendmentId, AmendmentState.SUBMITTED);
        Amendment amendment = book.amendment(row);
        List<Problem> problems = hands(amendment, check.decision(), check.comments(), actor);
        boolean forward = check.decision() == Verdict.APPROVE;
        if (forward && amendment.has(AmendmentKind.BANK) && (check.calledOn() == null || isBlank(check.spokeWith()))) {
            problems.add(Problem.at(check.calledOn() == null ? "calledOn" : "spokeWith", "amendments.problem.callBack")
                    .under("SD8"));
        }
        if (forward && check.calledOn() != null && check.calledOn().isAfter(clock.today())) {
            problems.add(Problem.at("calledOn", "amendments.problem.future"));
        }
        AmendmentClass weight = row.weight();
        if (forward) {
            Situation now = situations.of(grants.get(row.grantId()));
            problems.addAll(rules.against(now, amendment.changes(), amendment.reason()));
            weight = weighing.of(now, amendment.changes());
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        note(row, Step.CHECK, check.decision(), check.comments(), actor);
        if (check.calledOn() != null) {
            amendments.noteCall(amendmentId, check.calledOn(), check.spokeWith());
        }
        if (!forward) {
            turnDown(row, check.decision(), check.comments(), actor);
            return Outcome.done();
        }
        amendments.weigh(amendmentId, weight);
        boolean decides = weight != AmendmentClass.MAJOR;
        move(row, decides ? AmendmentState.APPROVED : AmendmentState.REVIEWED,
                decides ? "amendment.approve" : "amendment.review", check.comments(), actor);
        return Outcome.done();
    }

    @Override
    public Outcome<Void> approve(String amendmentId, Approve approval, Actor actor) {
        Row row = lock(amendmentId, AmendmentState.REVIEWED);
        Amendment amendment = book.amendment(row);
        List<Problem> problems = hands(amendment, approval.decision(), approval.comments(), actor);
        if (approval.decision() == Verdict.APPROVE) {
            Situation now = situations.of(grants.get(row.grantId()));
            problems.addAll(rules.against(now, amendment.changes(), amendment.reason()));
            boolean board = amendment.has(AmendmentKind.TIME)
                    && now.extensions() >= now.policy().extensionsWithoutBoard();
            if (board && isBlank(approval.resolutionNo())) {
                problems.add(Problem.at("resolutionNo", "amendments.problem.resolution").under("BR-34"));
            }
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        note(row, Step.APPROVAL, approval.decision(), approval.comments(), actor);
        if (approval.decision() != Verdict.APPROVE) {
            turnDown(row, approval.decision(), approval.comments(), actor);
            return Outcome.done();
        }
        amendments.noteResolution(amendmentId, blankToNull(approval.resolutionNo()));
        move(row, AmendmentState.APPROVED, "amendment.approve", approval.comments(), actor);
        return Outcome.done();
    }

    @Override
    public Outcome<Void> confirmBank(String amendmentId, ConfirmBank confirmation, Actor actor) {
        Row row = lock(amendmentId, AmendmentState.APPROVED);
        Amendment amendment = book.amendment(row);
        List<Problem> problems = hands(amendment, confirmation.decision(), confirmation.comments(), actor);
        if (confirmation.decision() == Verdict.APPROVE) {
            Part.Bank asked = amendment.changes().stream()
                    .filter(part -> part instanceof Part.Bank)
                    .map(Part.Bank.class::cast)
                    .findFirst()
                    .orElseThrow();
            if (isBlank(confirmation.accountNumber())
                    || !accountsOfBanks.sameNumber(confirmation.accountNumber(), asked.accountNumber())) {
                problems.add(Problem.at("accountNumber", "amendments.problem.otherNumber").under("SD8"));
            }
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        note(row, Step.BANK, confirmation.decision(), confirmation.comments(), actor);
        if (confirmation.decision() != Verdict.APPROVE) {
            turnDown(row, confirmation.decision(), confirmation.comments(), actor);
            return Outcome.done();
        }
        amendments.confirm(amendmentId, actor.accountId());
        audit.record(actor, AuditEvent.of(row.grantId(), "amendment.confirmBank", OBJECT, amendmentId));
        return Outcome.done();
    }

    @Override
    public void takeNote(String amendmentId, Actor actor) {
        Row row = amendments.lock(amendmentId).orElseThrow();
        audit.record(actor, AuditEvent.of(row.grantId(), "amendment.takeNote", OBJECT, amendmentId));
    }

    @Override
    public boolean putInForce(String amendmentId) {
        Row row = lock(amendmentId, AmendmentState.APPROVED);
        Amendment amendment = book.amendment(row);
        Grant grant = grants.get(row.grantId());
        Situation now = situations.of(grant);
        List<Problem> problems = rules.against(now, amendment.changes(), amendment.reason());
        if (!problems.isEmpty()) {
            // What was approved no longer fits: the officer decides what becomes of it, never a timer.
            amendments.setStuck(amendmentId, words(problems.get(0)));
            amendments.voidApprovals(amendmentId);
            move(row, AmendmentState.SUBMITTED, "amendment.stuck", words(problems.get(0)), Actor.SYSTEM);
            return false;
        }
        int version = enactment.enact(now, amendment, label(amendment), row.confirmedBy(), decider(amendment));
        amendments.putInForce(amendmentId, clock.today(), version);
        move(row, AmendmentState.IN_FORCE, "amendment.putInForce", amendment.reason(), decider(amendment));
        events.publishEvent(new AmendmentInForce(grant.id(), amendmentId, amendment.no()));
        return true;
    }

    @Override
    public String draftForFunder(String grantId, Part part, String reason, Actor actor) {
        return open(situations.of(grants.get(grantId)), Origin.FUNDER, List.of(part), reason, actor);
    }

    private String open(Situation now, Origin origin, List<Part> parts, String reason, Actor actor) {
        Grant grant = now.grant();
        int no = amendments.lastNo(grant.id()) + 1;
        String id = Ids.next();
        Actor acting = acting(grant, origin, actor);
        LocalDate dueOn = clock.today().plusDays(now.definition().timeLimits().amendment());
        amendments.insert(new Row(id, grant.id(), no, origin, AmendmentState.DRAFT, null, blankToNull(reason), null, null,
                false, acting.accountId(), acting.name().th(), clock.dateTime(), null, null, null, dueOn, null, null, null,
                null, null, null, null, null));
        for (int i = 0; i < parts.size(); i++) {
            insert(id, i + 1, parts.get(i));
        }
        audit.record(acting, AuditEvent.transition(grant.id(), "amendment.begin", OBJECT, id, null, AmendmentState.DRAFT)
                .because(reason)
                .with(parts));
        processes.start(PROCESS, id, grant.id(), title(no), Map.of("origin", origin.name()));
        return id;
    }

    private void insert(String amendmentId, int no, Part part) {
        amendments.insertPart(new PartRow(amendmentId, no, part.kind(), codec.write(part)));
    }

    private List<Problem> againstPart(Situation now, Origin origin, List<Part> others, Part part, Actor actor) {
        Optional<Problem> closed = rules.notOffered(part.kind(), now, origin, actor);
        return closed.isPresent()
                ? List.of(closed.get())
                : rules.against(now, Stream.concat(others.stream(), Stream.of(part)).toList(), null);
    }

    private List<Problem> againstSending(Situation now, Amendment draft) {
        List<Problem> problems = new ArrayList<>(rules.against(now, draft.changes(), draft.reason()));
        if (isBlank(draft.reason())) {
            problems.add(Problem.of("amendments.problem.reason"));
        }
        wantedOn(now.grant(), draft.wantedOn(), problems);
        return problems;
    }

    private void send(Row row, Situation now, Amendment draft, Actor actor) {
        AmendmentClass weight = weighing.of(now, draft.changes());
        amendments.weigh(row.id(), weight);
        amendments.send(row.id(), actor.accountId(), actor.name().th(), clock.today(), now.late(draft.changes()));
        AmendmentState to = AmendmentState.SUBMITTED;
        if (row.origin() == Origin.FUNDER) {
            to = AmendmentState.REVIEWED;
        } else if (weight == AmendmentClass.NOTICE) {
            to = AmendmentState.APPROVED;
        }
        move(row, to, "amendment.send", draft.reason(), actor);
    }

    private List<Problem> hands(Amendment amendment, Verdict decision, String comments, Actor actor) {
        List<Problem> problems = new ArrayList<>();
        if (decision != Verdict.APPROVE && isBlank(comments)) {
            problems.add(Problem.at("comments", "amendments.problem.comments"));
        }
        boolean own = actor.accountId().equals(amendment.draftedBy()) || actor.accountId().equals(amendment.sentBy());
        boolean decided = amendment.decisions().stream()
                .anyMatch(earlier -> !earlier.voided() && earlier.decision() == Verdict.APPROVE
                        && earlier.accountId().equals(actor.accountId()));
        if (own || decided) {
            problems.add(Problem.of("amendments.problem.ownWork").under("SD1"));
        }
        return problems;
    }

    private void turnDown(Row row, Verdict decision, String comments, Actor actor) {
        amendments.voidApprovals(row.id());
        boolean back = decision == Verdict.RETURN;
        move(row, back ? AmendmentState.RETURNED : AmendmentState.REJECTED,
                back ? "amendment.return" : "amendment.reject", comments, actor);
    }

    private void move(Row row, AmendmentState to, String command, String reason, Actor actor) {
        ProgrammeDefinition definition = definition(row.grantId());
        int days = to == AmendmentState.RETURNED ? definition.timeLimits().correction() : definition.timeLimits().amendment();
        amendments.move(row.id(), to, clock.today().plusDays(days));
        audit.record(actor, AuditEvent.transition(row.grantId(), command, OBJECT, row.id(), row.state(), to)
                .because(reason));
    }

    private void note(Row row, Step step, Verdict decision, String comments, Actor actor) {
        amendments.insertDecision(new DecisionRow(row.id(), amendments.decisions(row.id()).size() + 1, step, decision,
                blankToNull(comments), actor.accountId(), actor.name().th(), actor.acting(), clock.dateTime(), false));
    }

    /** In whose name a change happens: who approved it; for a notice, who sent it. */
    private Actor decider(Amendment amendment) {
        Optional<Decision> last = amendment.decisions().stream()
                .filter(decision -> !decision.voided() && decision.decision() == Verdict.APPROVE
                        && (decision.step() == Step.CHECK || decision.step() == Step.APPROVAL))
                .reduce((earlier, later) -> later);
        String accountId = last.map(Decision::accountId).orElse(amendment.sentBy());
        Role role = last.map(Decision::role).orElse(Role.GL);
        return accounts.actor(accountId).map(actor -> actor.as(role)).orElse(Actor.SYSTEM);
    }

    private static String label(Amendment amendment) {
        return amendment.letter() == null
                ? "#" + amendment.no()
                : "#" + amendment.no() + " " + amendment.letter();
    }

    private LocalizedText title(int no) {
        return new LocalizedText(
                messages.getMessage("amendments.number", new Object[] {no}, Locale.forLanguageTag("th")),
                messages.getMessage("amendments.number", new Object[] {no}, Locale.ENGLISH));
    }

    /** For the record: in the language of the installation. */
    private String words(Problem problem) {
        return messages.getMessage(problem.messageKey(),
                problem.args().stream().map(String::valueOf).toArray(), Locale.forLanguageTag("th"));
    }

    private Row lock(String amendmentId, AmendmentState... expected) {
        Row row = amendments.lock(amendmentId)
                .orElseThrow(() -> new IllegalArgumentException("no amendment " + amendmentId));
        if (!List.of(expected).contains(row.state())) {
            throw new OptimisticLockingFailureException("amendment " + amendmentId + " is " + row.state());
        }
        return row;
    }

    private Row lockDraft(Grant grant, String amendmentId, Actor actor) {
        Row row = lock(amendmentId, AmendmentState.DRAFT, AmendmentState.RETURNED);
        if (!row.grantId().equals(grant.id()) || !AmendmentBook.mayDraft(grant, row.origin(), actor)) {
            throw new IllegalArgumentException("not a draft of this person: " + amendmentId);
        }
        return row;
    }

    private static Actor acting(Grant grant, Origin origin, Actor actor) {
        Optional<Role> role = origin == Origin.FUNDER
                ? actor.firstHeld(List.of(Role.PO), grant.scope())
                : actor.roleFor(Action.CREATE, ObjectKind.AMENDMENT, grant.scope())
                        .or(() -> actor.roleFor(Action.EDIT, ObjectKind.AMENDMENT, grant.scope()));
        return role.map(actor::as).orElse(actor);
    }

    private void wantedOn(Grant grant, LocalDate day, List<Problem> problems) {
        if (day != null && day.isAfter(grant.endsOn())) {
            problems.add(Problem.at("wantedOn", "amendments.problem.wantedOn", grant.endsOn()).under("BR-35"));
        }
    }

    private ProgrammeDefinition definition(String grantId) {
        Grant grant = grants.get(grantId);
        return programmes.version(grant.programmeKey(), grant.programmeVersion());
    }

    private static void tooLong(String text, String field, int longest, List<Problem> problems) {
        if (text != null && text.strip().length() > longest) {
            problems.add(Problem.at(field, "amendments.problem.tooLong", longest));
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static String blankToNull(String text) {
        return isBlank(text) ? null : text.strip();
    }
}
