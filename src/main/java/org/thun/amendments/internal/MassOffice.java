package org.thun.amendments.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.amendments.Amendment.Verdict;
import org.thun.amendments.AmendmentClass;
import org.thun.amendments.AmendmentDesk.Approve;
import org.thun.amendments.MassAmendment;
import org.thun.amendments.MassAmendment.Area;
import org.thun.amendments.MassAmendment.Relief;
import org.thun.amendments.MassAmendmentState;
import org.thun.amendments.MassAmendments;
import org.thun.amendments.Part;
import org.thun.amendments.internal.MassJudge.Judged;
import org.thun.amendments.internal.MassMapper.GrantRow;
import org.thun.amendments.internal.MassMapper.MassRow;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.CodeItem;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.tasks.FactSheet;
import org.thun.workflow.Processes;

/** Carries out what people write and decide about decisions for many grants; the grants themselves are {@link MassRun}'s. */
@Service
@Transactional
class MassOffice implements MassAmendments {

    private static final String PROCESS = "mass-amendment";
    private static final String OBJECT = MassAmendment.OBJECT_TYPE;
    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_LETTER = 200;
    private static final int MOST_MONTHS = 12;

    private final MassMapper masses;
    private final MassJudge judge;
    private final PartWords words;
    private final Preview preview;
    private final AmendmentMapper amendments;
    private final AmendmentBook book;
    private final Grants grants;
    private final Programmes programmes;
    private final Situations situations;
    private final Processes processes;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final MessageSource messages;

    MassOffice(
            MassMapper masses,
            MassJudge judge,
            PartWords words,
            Preview preview,
            AmendmentMapper amendments,
            AmendmentBook book,
            Grants grants,
            Programmes programmes,
            Situations situations,
            Processes processes,
            AuditTrail audit,
            BusinessClock clock,
            MessageSource messages) {
        this.masses = masses;
        this.judge = judge;
        this.words = words;
        this.preview = preview;
        this.amendments = amendments;
        this.book = book;
        this.grants = grants;
        this.programmes = programmes;
        this.situations = situations;
        this.processes = processes;
        this.audit = audit;
        this.clock = clock;
        this.messages = messages;
    }

    @Override
    public boolean mayUse(String programmeKey, Actor actor) {
        return MassBook.mayUse(programmeKey, actor);
    }

    @Override
    @Transactional(readOnly = true)
    public List<MassAmendment> ofProgramme(String programmeKey, Actor actor) {
        return mayUse(programmeKey, actor)
                ? masses.ofProgramme(programmeKey).stream().map(MassBook::mass).toList()
                : List.of();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MassAmendment> find(String id, Actor actor) {
        return masses.find(id).filter(row -> mayUse(row.programmeKey(), actor)).map(MassBook::mass);
    }

    @Override
    @Transactional(readOnly = true)
    public MassAmendment get(String id) {
        return MassBook.mass(masses.find(id).orElseThrow(() -> new IllegalArgumentException("no mass amendment " + id)));
    }

    @Override
    public Outcome<String> begin(String programmeKey, Order order, Actor actor) {
        if (!mayUse(programmeKey, actor)) {
            return Outcome.refused(Problem.of("amendments.problem.notDrafter"));
        }
        List<Problem> problems = against(programmeKey, order);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        Actor acting = acting(programmeKey, actor);
        int no = masses.lastNo(programmeKey) + 1;
        String id = Ids.next();
        masses.insert(row(id, programmeKey, no, order, acting));
        audit.record(acting, AuditEvent.transition(id, "massAmendment.begin", OBJECT, id, null, MassAmendmentState.DRAFT)
                .because(order.reason())
                .with(order));
        processes.start(PROCESS, id, id, title(no), Map.of());
        return Outcome.done(id);
    }

    @Override
    public Outcome<Void> rewrite(String id, Order order, Actor actor) {
        MassRow row = lockDraft(id, actor);
        List<Problem> problems = against(row.programmeKey(), order);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        masses.rewrite(row(id, row.programmeKey(), row.massNo(), order, actor));
        audit.record(acting(row.programmeKey(), actor), AuditEvent.of(id, "massAmendment.rewrite", OBJECT, id).with(order));
        return Outcome.done();
    }

    @Override
    public Outcome<Void> leaveOut(String id, Set<String> grantIds, Actor actor) {
        MassRow row = lockDraft(id, actor);
        masses.forget(id, LineState.LEFT_OUT);
        inArea(MassBook.mass(row)).stream()
                .map(Grant::id)
                .filter(grantIds::contains)
                .forEach(grantId -> masses.name(id, grantId, LineState.LEFT_OUT));
        audit.record(acting(row.programmeKey(), actor),
                AuditEvent.of(id, "massAmendment.leaveOut", OBJECT, id).with(grantIds));
        return Outcome.done();
    }

    @Override
    public Said say(MassAmendment mass) {
        ProgrammeDefinition definition = programmes.current(mass.programmeKey()).orElseThrow();
        List<LocalizedText> places = new ArrayList<>();
        definition.regions().stream()
                .filter(region -> mass.area().regions().contains(region.code()))
                .map(CodeItem::text)
                .forEach(places::add);
        definition.centres().stream()
                .filter(centre -> mass.area().provinces().contains(centre.provinceCode()))
                .map(CentreDefinition::name)
                .forEach(places::add);
        return new Said(places, PartWords.of(mass.relief()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> lines(MassAmendment mass) {
        Map<String, GrantRow> named = masses.grants(mass.id()).stream()
                .collect(Collectors.toMap(GrantRow::grantId, Function.identity()));
        if (namesNobodyYet(mass)) {
            return inArea(mass).stream().map(grant -> line(mass, grant, named.get(grant.id()))).toList();
        }
        return named.values().stream()
                .map(row -> line(mass, grants.get(row.grantId()), row))
                .sorted(Comparator.comparing(line -> line.grant().number()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<FactSheet> effect(MassAmendment mass, String grantId) {
        boolean names = namesNobodyYet(mass)
                ? inArea(mass).stream().anyMatch(grant -> grant.id().equals(grantId))
                : masses.grants(mass.id()).stream().anyMatch(row -> row.grantId().equals(grantId));
        if (!names) {
            return Optional.empty();
        }
        Judged judged = judge.of(mass, grants.get(grantId));
        if (judged.now().policy() == null || judged.parts().isEmpty()) {
            return Optional.of(new FactSheet(List.of()));
        }
        // Who decides a single request of that class says nothing here: the approver decides for all.
        return Optional.of(new FactSheet(preview
                .of(judged.now(), judged.parts(), judged.now().late(judged.parts()))
                .sections()
                .stream()
                .filter(section -> !section.titleKey().equals(Preview.CLASS))
                .toList()));
    }

    @Override
    public Outcome<Void> send(String id, Actor actor) {
        MassRow row = lockDraft(id, actor);
        MassAmendment mass = MassBook.mass(row);
        List<Problem> problems = against(row.programmeKey(),
                new Order(mass.area(), mass.relief(), mass.reason(), mass.letter()));
        List<Line> named = lines(mass).stream().filter(line -> line.state() != LineState.LEFT_OUT).toList();
        if (named.stream().noneMatch(Line::takes)) {
            problems.add(Problem.of("amendments.mass.problem.nobody"));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        masses.forget(id, LineState.PENDING);
        named.forEach(line -> masses.name(id, line.grant().id(), LineState.PENDING));
        Actor acting = acting(row.programmeKey(), actor);
        masses.send(id, acting.accountId(), acting.name().th(), clock.dateTime(), weight(named));
        move(row, MassAmendmentState.SUBMITTED, "massAmendment.send", mass.reason(), acting);
        return Outcome.done();
    }

    @Override
    public Outcome<Void> withdraw(String id, Actor actor) {
        MassRow row = lockDraft(id, actor);
        move(row, MassAmendmentState.WITHDRAWN, "massAmendment.withdraw", null, acting(row.programmeKey(), actor));
        return Outcome.done();
    }

    @Override
    public Outcome<Void> decide(String id, Approve approval, Actor actor) {
        MassRow row = lock(id, MassAmendmentState.SUBMITTED);
        List<Problem> problems = new ArrayList<>();
        boolean agreed = approval.decision() == Verdict.APPROVE;
        if (!agreed && isBlank(approval.comments())) {
            problems.add(Problem.at("comments", "amendments.problem.comments"));
        }
        if (actor.accountId().equals(row.draftedBy()) || actor.accountId().equals(row.sentBy())) {
            problems.add(Problem.of("amendments.problem.ownWork").under("SD1"));
        }
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        masses.decide(id, actor.accountId(), actor.name().th(), clock.dateTime(), blankToNull(approval.comments()),
                blankToNull(approval.resolutionNo()));
        switch (approval.decision()) {
            case APPROVE -> move(row, MassAmendmentState.APPLYING, "massAmendment.approve", approval.comments(), actor);
            case RETURN -> {
                masses.forget(id, LineState.PENDING);
                move(row, MassAmendmentState.RETURNED, "massAmendment.return", approval.comments(), actor);
            }
            case REJECT -> move(row, MassAmendmentState.REJECTED, "massAmendment.reject", approval.comments(), actor);
        }
        return Outcome.done();
    }

    @Override
    public Outcome<Void> repeat(String id, Actor actor) {
        MassRow row = lock(id, MassAmendmentState.FOLLOW_UP);
        masses.tryAgain(id);
        move(row, MassAmendmentState.APPLYING, "massAmendment.repeat", null, acting(row.programmeKey(), actor));
        return Outcome.done();
    }

    @Override
    public Outcome<Boolean> finish(String id, String comments, Actor actor) {
        MassRow row = lock(id, MassAmendmentState.FOLLOW_UP);
        if (isBlank(comments)) {
            return Outcome.refused(Problem.at("comments", "amendments.problem.comments"));
        }
        MassAmendmentState to = afterWave(row);
        move(row, to, "massAmendment.finish", comments, acting(row.programmeKey(), actor));
        return Outcome.done(to == MassAmendmentState.STANDING_STILL);
    }

    @Override
    public void beginResumption(String id) {
        MassRow row = lock(id, MassAmendmentState.STANDING_STILL);
        masses.beginSecondWave(id);
        masses.secondWave(id);
        move(row, MassAmendmentState.APPLYING, "massAmendment.resume", null, Actor.SYSTEM);
    }

    /** Every grant was tried: the process goes on, to people if some could not take it. */
    void endWave(String id) {
        MassRow row = masses.lock(id).orElseThrow();
        if (row.state() != MassAmendmentState.APPLYING || !masses.pending(id).isEmpty()) {
            return;
        }
        boolean rest = masses.count(id, LineState.REFUSED) + masses.count(id, LineState.FAILED) > 0;
        MassAmendmentState to = rest ? MassAmendmentState.FOLLOW_UP : afterWave(row);
        move(row, to, "massAmendment.applied", null, Actor.SYSTEM);
        Map<String, Object> told = new HashMap<>();
        told.put("rest", rest);
        told.put("standsStill", to == MassAmendmentState.STANDING_STILL);
        if (row.resumeOn() != null) {
            told.put("resumeAt", row.resumeOn().atStartOfDay(BusinessClock.ZONE)
                    .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        }
        if (!processes.tell("message_massApplied", id, told)) {
            throw new IllegalStateException("no process waits for mass amendment " + id);
        }
    }

    private MassAmendmentState afterWave(MassRow row) {
        boolean resumes = row.resumeOn() != null && row.wave() == 1 && masses.count(row.id(), LineState.APPLIED) > 0;
        return resumes ? MassAmendmentState.STANDING_STILL : MassAmendmentState.DONE;
    }

    /** Before it is sent it stands for whatever grants lie in its area at the time. */
    private static boolean namesNobodyYet(MassAmendment mass) {
        return mass.state().drafting() || mass.state() == MassAmendmentState.WITHDRAWN;
    }

    private List<Grant> inArea(MassAmendment mass) {
        return grants.inForce(mass.programmeKey()).stream()
                .filter(grant -> mass.area().whole() || !MassJudge.centres(definition(grant), mass.area()).isEmpty())
                .sorted(Comparator.comparing(Grant::number))
                .toList();
    }

    private Line line(MassAmendment mass, Grant grant, GrantRow row) {
        ProgrammeDefinition definition = definition(grant);
        List<LocalizedText> centres = MassJudge.centres(definition, mass.area()).stream()
                .map(CentreDefinition::name)
                .toList();
        LineState state = row == null ? LineState.PENDING : row.state();
        LocalizedText because = row == null || row.becauseTh() == null
                ? null
                : new LocalizedText(row.becauseTh(), row.becauseEn());
        if (state == LineState.APPLIED) {
            Situation now = situations.withoutFigures(grant);
            List<Problem> done = amendments.find(row.amendmentId())
                    .map(book::amendment)
                    .map(amendment -> amendment.changes().stream().map(part -> words.of(now, part)).toList())
                    .orElse(List.of());
            return new Line(grant, centres, definition.centres().size(), state, null, done, List.of(), because,
                    row.amendmentId());
        }
        Judged judged = judge.of(mass, grant);
        List<Part> parts = judged.parts();
        return new Line(grant, centres, definition.centres().size(), state, judged.weight(),
                judged.now().policy() == null ? List.of() : words.effects(judged.now(), parts), judged.against(), because,
                null);
    }

    private static AmendmentClass weight(List<Line> lines) {
        return lines.stream()
                .filter(Line::takes)
                .map(Line::weight)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<Problem> against(String programmeKey, Order order) {
        List<Problem> problems = new ArrayList<>();
        ProgrammeDefinition definition = programmes.current(programmeKey).orElseThrow();
        boolean known = order.area().regions().stream()
                        .allMatch(code -> definition.regions().stream().anyMatch(region -> region.code().equals(code)))
                && order.area().provinces().stream()
                        .allMatch(code -> definition.centres().stream().anyMatch(at -> at.provinceCode().equals(code)));
        if (!known) {
            problems.add(Problem.at("area", "amendments.problem.choose"));
        }
        relief(order.relief(), problems);
        if (isBlank(order.reason())) {
            problems.add(Problem.at("reason", "amendments.problem.reason"));
        } else if (order.reason().strip().length() > LONGEST_REASON) {
            problems.add(Problem.at("reason", "amendments.problem.tooLong", LONGEST_REASON));
        }
        if (order.letter() != null && order.letter().strip().length() > LONGEST_LETTER) {
            problems.add(Problem.at("letter", "amendments.problem.tooLong", LONGEST_LETTER));
        }
        return problems;
    }

    private void relief(Relief relief, List<Problem> problems) {
        boolean moves = relief.moveMonths() != null || relief.dueDays() != null;
        if (relief.standstill() != null && (moves || relief.addMonths() != null)) {
            problems.add(Problem.at("standstill", "amendments.mass.problem.standstillAlone"));
        } else if (relief.standstill() == null && !moves && relief.addMonths() == null) {
            problems.add(Problem.of("amendments.mass.problem.empty"));
        }
        between(relief.addMonths(), "addMonths", MOST_MONTHS, problems);
        between(relief.moveMonths(), "moveMonths", MOST_MONTHS, problems);
        between(relief.dueDays(), "dueDays", PartRules.MOST_DUE_DAYS, problems);
        if (moves && (relief.from() == null || relief.to() == null || relief.to().isBefore(relief.from()))) {
            problems.add(Problem.at("to", "amendments.problem.span"));
        }
        if (relief.resumeOn() != null && !relief.suspends()) {
            problems.add(Problem.at("resumeOn", "amendments.mass.problem.resumeWithout"));
        } else if (relief.resumeOn() != null && !relief.resumeOn().isAfter(clock.today())) {
            problems.add(Problem.at("resumeOn", "amendments.mass.problem.resumePast"));
        }
    }

    private static void between(Integer number, String field, int most, List<Problem> problems) {
        if (number != null && (number < 1 || number > most)) {
            problems.add(Problem.at(field, "amendments.mass.problem.between", most));
        }
    }

    private MassRow row(String id, String programmeKey, int no, Order order, Actor drafter) {
        Relief relief = order.relief();
        return new MassRow(id, programmeKey, no, MassAmendmentState.DRAFT, String.join(",", order.area().regions()),
                String.join(",", order.area().provinces()), relief.from(), relief.to(), relief.addMonths(),
                relief.moveMonths(), relief.moveBars(), relief.dueDays(), relief.standstill(), relief.resumeOn(),
                relief.addDays(), order.reason().strip(), blankToNull(order.letter()), null, null, drafter.accountId(),
                drafter.name().th(), clock.dateTime(), null, null, null, null, null, null, null, dueOn(programmeKey), 1);
    }

    private LocalDate dueOn(String programmeKey) {
        return clock.today().plusDays(programmes.current(programmeKey).orElseThrow().timeLimits().amendment());
    }

    private void move(MassRow row, MassAmendmentState to, String command, String reason, Actor actor) {
        masses.move(row.id(), to, dueOn(row.programmeKey()));
        audit.record(actor, AuditEvent.transition(row.id(), command, OBJECT, row.id(), row.state(), to).because(reason));
    }

    private MassRow lock(String id, MassAmendmentState expected) {
        MassRow row = masses.lock(id).orElseThrow(() -> new IllegalArgumentException("no mass amendment " + id));
        if (row.state() != expected) {
            throw new OptimisticLockingFailureException("mass amendment " + id + " is " + row.state());
        }
        return row;
    }

    private MassRow lockDraft(String id, Actor actor) {
        MassRow row = masses.lock(id)
                .filter(found -> mayUse(found.programmeKey(), actor))
                .orElseThrow(() -> new IllegalArgumentException("no mass amendment of this person: " + id));
        if (!row.state().drafting()) {
            throw new OptimisticLockingFailureException("mass amendment " + id + " is " + row.state());
        }
        return row;
    }

    private ProgrammeDefinition definition(Grant grant) {
        return programmes.version(grant.programmeKey(), grant.programmeVersion());
    }

    private static Actor acting(String programmeKey, Actor actor) {
        Optional<Role> role = actor.firstHeld(MassBook.DRAFTERS, Scope.ofProgramme(programmeKey));
        return role.map(actor::as).orElse(actor);
    }

    private LocalizedText title(int no) {
        return new LocalizedText(
                messages.getMessage("amendments.mass.number", new Object[] {no}, Locale.forLanguageTag("th")),
                messages.getMessage("amendments.mass.number", new Object[] {no}, Locale.ENGLISH));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static String blankToNull(String text) {
        return isBlank(text) ? null : text.strip();
    }
}
