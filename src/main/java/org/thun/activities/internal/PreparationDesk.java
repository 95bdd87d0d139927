package org.thun.activities.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.activities.ActivityPreparation;
import org.thun.activities.OccurrenceState;
import org.thun.activities.internal.ActivityMapper.OccurrenceRow;
import org.thun.activities.internal.PreparationMapper.CheckRow;
import org.thun.activities.internal.PreparationMapper.InvitationRow;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.CodeItem;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

@Service
class PreparationDesk implements ActivityPreparation {

    private static final Set<OccurrenceState> AHEAD = EnumSet.of(OccurrenceState.READY, OccurrenceState.IN_PROGRESS);

    private final PreparationMapper preparations;
    private final ActivityMapper activities;
    private final Grants grants;
    private final Programmes programmes;
    private final AuditTrail audit;
    private final BusinessClock clock;

    PreparationDesk(
            PreparationMapper preparations,
            ActivityMapper activities,
            Grants grants,
            Programmes programmes,
            AuditTrail audit,
            BusinessClock clock) {
        this.preparations = preparations;
        this.activities = activities;
        this.grants = grants;
        this.programmes = programmes;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Preparation of(String occurrenceId) {
        OccurrenceRow row = activities.find(occurrenceId)
                .orElseThrow(() -> new IllegalArgumentException("no activity occurrence " + occurrenceId));
        ProgrammeDefinition definition = definition(grants.get(row.grantId()));
        Map<String, CheckRow> ticked = preparations.checks(occurrenceId).stream()
                .collect(Collectors.toMap(CheckRow::itemCode, Function.identity()));
        Map<String, InvitationRow> invited = preparations.invitations(occurrenceId).stream()
                .collect(Collectors.toMap(InvitationRow::centreCode, Function.identity()));
        return new Preparation(
                items(definition, row).stream().map(item -> item(item, ticked.get(item.code()))).toList(),
                definition.centres().stream()
                        .filter(centre -> invited.containsKey(centre.code()))
                        .map(centre -> new Invitation(centre.code(), centre.name(),
                                invited.get(centre.code()).invited(), invited.get(centre.code()).accepted()))
                        .toList());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayPrepare(String occurrenceId, Actor actor) {
        return activities.find(occurrenceId)
                .filter(row -> AHEAD.contains(row.state()))
                .flatMap(row -> grants.find(row.grantId(), actor))
                .filter(grant -> actor.may(Action.CREATE, ObjectKind.ACTIVITY_PLAN, grant.scope())
                        || actor.may(Action.SUBMIT, ObjectKind.ACTIVITY_PLAN, grant.scope()))
                .isPresent();
    }

    @Override
    @Transactional
    public Outcome<Void> prepare(String occurrenceId, Prepare prepare, Actor actor) {
        if (!mayPrepare(occurrenceId, actor)) {
            return Outcome.refused(Problem.of("activities.problem.notPreparable"));
        }
        OccurrenceRow row = activities.lock(occurrenceId).orElseThrow();
        if (!AHEAD.contains(row.state())) {
            return Outcome.refused(Problem.of("activities.problem.notPreparable"));
        }
        List<Problem> problems = problems(row, prepare);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        save(row, prepare, actor);
        audit.record(actor, AuditEvent.of(row.grantId(), "activity.prepare", "activity", occurrenceId).with(prepare));
        return Outcome.done();
    }

    /** What stands against a preparation: unknown codes, a centre named twice, more people coming than were invited. */
    List<Problem> problems(OccurrenceRow row, Prepare prepare) {
        ProgrammeDefinition definition = definition(grants.get(row.grantId()));
        List<Problem> problems = new ArrayList<>();
        Set<String> items = items(definition, row).stream().map(CodeItem::code).collect(Collectors.toSet());
        prepare.checks().stream()
                .filter(code -> !items.contains(code))
                .forEach(code -> problems.add(Problem.at("checks", "activities.problem.unknownCheck", code)));
        List<String> centres = prepare.invitations().stream().map(Invite::centre).toList();
        centres(problems, definition, "invitations", centres);
        for (int i = 0; i < prepare.invitations().size(); i++) {
            Invite invite = prepare.invitations().get(i);
            if (invite.coming() > invite.invited()) {
                problems.add(Problem.at("invitations[" + i + "].accepted", "activities.problem.moreThanInvited",
                        invite.invited()));
            }
        }
        return problems;
    }

    /** Each centre is one of the programme, and named once. */
    static void centres(List<Problem> problems, ProgrammeDefinition definition, String list, List<String> centres) {
        Set<String> known = definition.centres().stream().map(CentreDefinition::code).collect(Collectors.toSet());
        Set<String> named = new HashSet<>();
        for (int i = 0; i < centres.size(); i++) {
            String at = list + "[" + i + "].centre";
            if (!known.contains(centres.get(i))) {
                problems.add(Problem.at(at, "activities.problem.unknownCentre", centres.get(i)));
            } else if (!named.add(centres.get(i))) {
                problems.add(Problem.at(at, "activities.problem.centreTwice"));
            }
        }
    }

    /** What of an occurrence is not ready if this is all that is. */
    List<CodeItem> open(OccurrenceRow row, List<String> checks) {
        return items(definition(grants.get(row.grantId())), row).stream()
                .filter(item -> !checks.contains(item.code()))
                .toList();
    }

    /** Who ticked first stays named; what is no longer ready is taken back. */
    void save(OccurrenceRow row, Prepare prepare, Actor actor) {
        Set<String> ticked =
                preparations.checks(row.id()).stream().map(CheckRow::itemCode).collect(Collectors.toSet());
        new HashSet<>(prepare.checks()).stream()
                .filter(code -> !ticked.contains(code))
                .forEach(code -> preparations.insertCheck(row.id(),
                        new CheckRow(code, actor.accountId(), actor.name().th(), clock.dateTime())));
        ticked.stream()
                .filter(code -> !prepare.checks().contains(code))
                .forEach(code -> preparations.deleteCheck(row.id(), code));
        preparations.deleteInvitations(row.id());
        prepare.invitations().forEach(invite -> preparations.insertInvitation(row.id(),
                new InvitationRow(invite.centre(), invite.invited(), invite.coming())));
    }

    private ProgrammeDefinition definition(Grant grant) {
        return programmes.version(grant.programmeKey(), grant.programmeVersion());
    }

    private static List<CodeItem> items(ProgrammeDefinition definition, OccurrenceRow row) {
        return definition.preparationOf(definition.activity(row.activityCode()).orElseThrow(), row.marked());
    }

    private static Item item(CodeItem item, CheckRow ticked) {
        return new Item(item.code(), item.text(), ticked == null ? null : ticked.accountName(),
                ticked == null ? null : ticked.tickedAt());
    }
}
