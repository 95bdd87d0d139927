package org.thun.registry.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.identity.Role;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.Programmes;
import org.thun.registry.CitizenNumber;
import org.thun.registry.DuplicateEffect;
import org.thun.registry.DuplicateMark;
import org.thun.registry.DuplicateVerdict;
import org.thun.registry.Duplicates;
import org.thun.registry.RecordFacts;
import org.thun.registry.RecordState;
import org.thun.registry.RegisterRecord;
import org.thun.registry.RegistryCounts.Page;
import org.thun.registry.Suspicion;
import org.thun.registry.SuspicionReason;
import org.thun.registry.SuspicionState;
import org.thun.registry.internal.DuplicateDecisions.Reckoning;
import org.thun.registry.internal.IdentityKeys.Hash;
import org.thun.registry.internal.MatchMapper.TraitRow;
import org.thun.registry.internal.MergeMapper.MergeRow;
import org.thun.registry.internal.RecordMapper.EditorRow;
import org.thun.registry.internal.SuspectFinder.Pair;
import org.thun.registry.internal.SuspectMapper.SuspectQuery;
import org.thun.registry.internal.SuspectMapper.SuspectRow;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;

@Service
class DuplicateDesk implements Duplicates {

    private static final int LONGEST_REASON = 1000;
    private static final Set<RecordState> STANDING =
            Set.of(RecordState.SUBMITTED, RecordState.VERIFIED, RecordState.MERGED);

    private final SuspectMapper suspects;
    private final SuspectFinder finder;
    private final DuplicateDecisions decisions;
    private final MergeMapper merges;
    private final RecordMapper records;
    private final RecordReader reader;
    private final IdentityKeys keys;
    private final SuspectScan scan;
    private final Grants grants;
    private final Programmes programmes;

    DuplicateDesk(SuspectMapper suspects, SuspectFinder finder, DuplicateDecisions decisions, MergeMapper merges,
            RecordMapper records, RecordReader reader, IdentityKeys keys, SuspectScan scan, Grants grants,
            Programmes programmes) {
        this.suspects = suspects;
        this.finder = finder;
        this.decisions = decisions;
        this.merges = merges;
        this.records = records;
        this.reader = reader;
        this.keys = keys;
        this.scan = scan;
        this.grants = grants;
        this.programmes = programmes;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Suspicion> list(Filter filter, Actor actor, int page, int size) {
        SuspectQuery query = new SuspectQuery(filter.grantId(), filter.register(), filter.centreCode(),
                filter.state() == null ? SuspicionState.SUSPECTED : filter.state());
        Within within = reading(actor);
        List<SuspectRow> rows = suspects.list(query, within, size, Math.multiplyExact(page - 1, size));
        return new Page<>(read(rows), suspects.countUpTo(query, within, MOST_COUNTED));
    }

    @Override
    @Transactional(readOnly = true)
    public long waiting(int atMost, Actor actor) {
        return suspects.countUpTo(new SuspectQuery(null, null, null, SuspicionState.SUSPECTED), reading(actor), atMost);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Suspicion> find(String suspicionId, Actor actor) {
        return suspects.find(suspicionId, reading(actor)).map(row -> read(List.of(row)).get(0));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<DuplicateEffect> effect(String suspicionId, DuplicateVerdict verdict, Actor actor) {
        return suspects.find(suspicionId, reading(actor)).map(pair ->
                decisions.effect(decisions.reckon(pair, verdict, verifies(pair, actor)), pair));
    }

    @Override
    @Transactional(readOnly = true)
    public Outcome<Void> mayDecide(String suspicionId, Actor actor) {
        SuspectRow pair = suspects.find(suspicionId, reading(actor)).orElse(null);
        return pair == null ? unknown() : decider(pair, pairOf(pair), actor).map(role -> null);
    }

    @Override
    @Transactional
    public Outcome<Void> decide(String suspicionId, DuplicateVerdict verdict, String givenReason, Actor actor) {
        SuspectRow seen = suspects.find(suspicionId, reading(actor)).orElse(null);
        if (seen == null) {
            return unknown();
        }
        Set<String> touched = decisions.touched(seen);
        records.lock(touched);
        // Read again under the locks: somebody may have decided about one of these records meanwhile.
        SuspectRow pair = suspects.find(suspicionId, reading(actor)).orElse(null);
        if (pair == null || pair.state() != seen.state() || !decisions.touched(pair).equals(touched)) {
            return Outcome.refused(Problem.of("registry.problem.duplicate.changed"));
        }
        Outcome<Role> role = decider(pair, pairOf(pair), actor);
        if (!role.isDone()) {
            return Outcome.refused(role.problems());
        }
        String reason = ThaiText.clean(givenReason);
        List<Problem> problems = problems(pair, verdict, reason);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        Reckoning reckoning = decisions.reckon(pair, verdict, verifies(pair, actor));
        if (!reckoning.problems().isEmpty()) {
            return Outcome.refused(reckoning.problems());
        }
        decisions.carryOut(pair, verdict, reason, reckoning, actor.as(role.orElseThrow()));
        return Outcome.done();
    }

    @Override
    @Transactional(readOnly = true)
    public DuplicateMark mark(String recordId, Actor actor) {
        Within within = reading(actor);
        if (records.find(recordId, within).isEmpty()) {
            return new DuplicateMark(List.of(), null);
        }
        List<SuspectRow> pairs = suspects.touching(List.of(recordId)).stream()
                .filter(pair -> pair.state() != SuspicionState.DISTINCT)
                .toList();
        Map<String, MergeRow> merged = merges.of(List.of(recordId)).stream()
                .collect(Collectors.toMap(MergeRow::recordId, Function.identity()));
        List<String> others = new ArrayList<>(pairs.stream().map(pair -> pair.other(recordId)).toList());
        merged.values().forEach(merge -> others.add(merge.intoId()));
        Map<String, RecordRow> rows = rows(others);
        return new DuplicateMark(
                pairs.stream()
                        .filter(pair -> pair.state() == SuspicionState.CONFIRMED
                                || stands(rows.get(pair.other(recordId))))
                        .map(pair -> mark(pair, rows.get(pair.other(recordId)), actor))
                        .toList(),
                Optional.ofNullable(merged.get(recordId))
                        .map(merge -> rows.get(merge.intoId()))
                        .filter(row -> Access.sees(actor, row))
                        .map(DuplicateDesk::other)
                        .orElse(null));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Alike> alike(Collection<RecordFacts> rows, Actor actor) {
        Map<String, String> provinces = new HashMap<>();
        Cases cases = new Cases(grants, programmes);
        List<Traits> wanted = rows.stream()
                .filter(facts -> Traits.told(facts.register()) && facts.name() != null)
                .map(facts -> traits(facts, provinces.computeIfAbsent(facts.grantId() + "/" + facts.centreCode(),
                        place -> cases.definition(cases.of(facts.grantId())).centre(facts.centreCode())
                                .map(CentreDefinition::provinceCode)
                                .orElse(""))))
                .toList();
        Map<String, List<Pair>> found = finder.alike(wanted);
        Map<String, Alike> likeliest = new HashMap<>();
        Map<String, RecordRow> known = rows(found.values().stream()
                .flatMap(List::stream)
                .map(pair -> pair.other().recordId())
                .distinct()
                .toList());
        found.forEach((id, pairs) -> {
            Pair best = pairs.stream().max(Comparator.comparingInt(pair -> pair.likeness().score())).orElseThrow();
            RecordRow row = known.get(best.other().recordId());
            boolean seen = row != null && Access.sees(actor, row);
            likeliest.put(id, new Alike(seen ? row.id() : null, seen ? other(row).number() : null,
                    best.likeness().score(), best.likeness().certain()));
        });
        return likeliest;
    }

    @Override
    public void rescan(String grantId) {
        scan.all(grantId);
    }

    private Traits traits(RecordFacts facts, String provinceCode) {
        Optional<Hash> hash = Optional.ofNullable(facts.citizenNumber())
                .filter(typed -> keys.present())
                .flatMap(CitizenNumber::read)
                .map(keys::hash);
        return new TraitRow(facts.id(), facts.grantId(), facts.register(), provinceCode, facts.name(), facts.surname(),
                facts.district(), facts.subdistrict(), facts.sexCode(), facts.birthYear(), facts.roundNo(),
                hash.map(Hash::keyId).orElse(null), hash.map(Hash::hash).orElse(null)).traits();
    }

    /** Who may decide: a verifier of both centres, or somebody of the one centre; nobody about the own work (SD5). */
    private Outcome<Role> decider(SuspectRow pair, List<RecordRow> both, Actor actor) {
        if (!both.stream().allMatch(DuplicateDesk::standing)) {
            return Outcome.refused(Problem.of("registry.problem.duplicate.notStanding"));
        }
        Cases cases = new Cases(grants, programmes);
        if (!both.stream().allMatch(cases::isOpen)) {
            return Outcome.refused(Problem.of("registry.problem.grant.over"));
        }
        boolean own = records.editors(List.of(pair.firstId(), pair.secondId())).stream()
                .map(EditorRow::savedBy)
                .anyMatch(actor.accountId()::equals);
        if (own) {
            return Outcome.refused(Problem.of("registry.problem.duplicate.ownRecord").under("SD5"));
        }
        if (verifies(both, actor)) {
            return Outcome.done(role(Action.CHECK, both.get(0), actor).orElseThrow());
        }
        boolean sameCentre = both.get(0).centreCode().equals(both.get(1).centreCode());
        return sameCentre && both.stream().allMatch(row -> role(Action.EDIT, row, actor).isPresent())
                ? Outcome.done(role(Action.EDIT, both.get(0), actor).orElseThrow())
                : Outcome.refused(Problem.of("registry.problem.duplicate.notDecider").under("SD5"));
    }

    private boolean verifies(SuspectRow pair, Actor actor) {
        return verifies(pairOf(pair), actor);
    }

    private static boolean verifies(List<RecordRow> both, Actor actor) {
        List<Within.Centre> own = Within.centresOf(actor);
        return both.stream().allMatch(row -> role(Action.CHECK, row, actor).isPresent()
                && !own.contains(new Within.Centre(row.programmeKey(), row.centreCode())));
    }

    private static Optional<Role> role(Action action, RecordRow row, Actor actor) {
        return actor.roleFor(action, ObjectKind.REGISTRY_RECORD, Access.scope(row));
    }

    private static List<Problem> problems(SuspectRow pair, DuplicateVerdict verdict, String reason) {
        SuspicionState wanted =
                verdict == DuplicateVerdict.SAME ? SuspicionState.CONFIRMED : SuspicionState.DISTINCT;
        if (pair.state() == wanted) {
            return List.of(Problem.of("registry.problem.duplicate.decided"));
        }
        boolean unusual = pair.state() != SuspicionState.SUSPECTED
                || pair.certain() && verdict == DuplicateVerdict.DIFFERENT;
        if (unusual && reason == null) {
            return List.of(Problem.at("reason", "registry.problem.duplicate.reason"));
        }
        return reason != null && reason.length() > LONGEST_REASON
                ? List.of(Problem.at("reason", "registry.problem.tooLong", LONGEST_REASON))
                : List.of();
    }

    private static boolean standing(RecordRow row) {
        return STANDING.contains(row.state());
    }

    private static boolean stands(RecordRow row) {
        return row.state() == RecordState.SUBMITTED || row.state() == RecordState.VERIFIED;
    }

    private static DuplicateMark.Pair mark(SuspectRow pair, RecordRow other, Actor actor) {
        boolean seen = Access.sees(actor, other);
        return new DuplicateMark.Pair(seen ? pair.id() : null, seen ? other(other) : null, pair.state(), pair.certain());
    }

    private static DuplicateMark.Other other(RecordRow row) {
        return new DuplicateMark.Other(row.id(), RecordNumbers.write(row.registerCode(), row.recordNo()));
    }

    private List<Suspicion> read(List<SuspectRow> pairs) {
        List<RecordRow> rows = List.copyOf(rows(pairs.stream()
                .flatMap(pair -> List.of(pair.firstId(), pair.secondId()).stream())
                .distinct()
                .toList()).values());
        Map<String, RegisterRecord> read =
                reader.read(rows).stream().collect(Collectors.toMap(RegisterRecord::id, Function.identity()));
        return pairs.stream()
                .map(pair -> new Suspicion(pair.id(), read.get(pair.firstId()), read.get(pair.secondId()), pair.score(),
                        pair.certain(), reasons(pair), pair.state(), pair.foundOn(), pair.decidedByName(),
                        pair.decidedAt(), pair.decisionReason()))
                .toList();
    }

    private static Set<SuspicionReason> reasons(SuspectRow pair) {
        return Arrays.stream(pair.reasons().split(","))
                .map(SuspicionReason::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SuspicionReason.class)));
    }

    private List<RecordRow> pairOf(SuspectRow pair) {
        return merges.records(List.of(pair.firstId(), pair.secondId()));
    }

    private Map<String, RecordRow> rows(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : merges.records(ids).stream().collect(Collectors.toMap(RecordRow::id, Function.identity()));
    }

    private static Within reading(Actor actor) {
        return Within.of(actor.reach(Action.READ, ObjectKind.REGISTRY_RECORD));
    }

    private static Outcome<Void> unknown() {
        return Outcome.refused(Problem.of("registry.problem.unknown"));
    }
}
