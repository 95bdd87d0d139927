package org.thun.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.audit.AuditTrail;
import org.thun.documents.Documents;
import org.thun.documents.ObjectRef;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.CodeItem;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.registry.Batches;
import org.thun.registry.CountFilter;
import org.thun.registry.Duplicates;
import org.thun.registry.PersonalRecords;
import org.thun.registry.RecordFilter;
import org.thun.registry.RecordGap;
import org.thun.registry.RecordState;
import org.thun.registry.RecordVersion;
import org.thun.registry.RegisterLists;
import org.thun.registry.RegisterRecord;
import org.thun.registry.Registers;
import org.thun.registry.RegistryCounts;
import org.thun.registry.RegistryCounts.DuplicateFigures;
import org.thun.registry.RegistryCounts.Standing;
import org.thun.registry.SmallCounts;
import org.thun.registry.Stretch;
import org.thun.shared.BusinessClock;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.web.Flash;
import org.thun.web.NotFound;
import org.thun.web.Paging;

/** Overview of the registers, their lists, and the page of a record. */
@Controller
class RegisterPages {

    private static final int PAGE_SIZE = 50;

    private final Registers registers;
    private final RegistryCounts counts;
    private final Batches batches;
    private final Duplicates duplicates;
    private final EntryDesk desk;
    private final Documents documents;
    private final AuditTrail audit;
    private final BusinessClock clock;

    RegisterPages(Registers registers, RegistryCounts counts, Batches batches, Duplicates duplicates, EntryDesk desk,
            Documents documents, AuditTrail audit, BusinessClock clock) {
        this.registers = registers;
        this.counts = counts;
        this.batches = batches;
        this.duplicates = duplicates;
        this.desk = desk;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /** Entry and verification of one register, all centres in sight together. */
    record Total(Kinds kind, long entered, long waiting, long verified, long rejected) {}

    /** One centre and its standing in each register, in the order of {@link Kinds}; {@code null} where nothing is. */
    record CentreLine(CentreDefinition centre, List<Standing> standings) {}

    /**
     * A count with its duplicates: of a register or, with a facet, of one role in it; and what the centres add up to.
     * {@code null} is what a reader of sums is not shown because it is about very few people (BR-39).
     */
    record Figure(Register register, Object facet, Long gross, Long confirmed, Long net, Long suspected, Long centres) {

        public Long shared() {
            return centres == null || net == null ? null : centres - net;
        }

        /** Without small figures, and without those from which they could be reckoned. */
        Figure hiding(int smallCount) {
            boolean few = Stream.of(confirmed, suspected, shared()).anyMatch(figure -> small(figure, smallCount));
            return small(net, smallCount)
                    ? new Figure(register, facet, null, null, null, null, null)
                    : few ? new Figure(register, facet, null, null, net, null, null) : this;
        }

        private static boolean small(long figure, int smallCount) {
            return figure > 0 && figure < smallCount;
        }
    }

    /** How a list is narrowed, as it stands in its address. */
    record Asked(String grant, String centre, RecordState state, String facet, String place, RecordGap gap) {

        RecordFilter filter(Register register, Grant chosen, String text, List<RecordGap> gaps) {
            return new RecordFilter(register, chosen.id(), blankToNull(centre), state, blankToNull(facet), text,
                    blankToNull(place), gap != null && gaps.contains(gap) ? gap : null);
        }
    }

    /** A row of a list. */
    record Row(RegisterRecord record, Kinds kind, Object centre, List<Object> kinds, boolean stale) {}

    @GetMapping("/registers")
    String overview(@RequestParam(required = false) String grant, Actor actor, Model model) {
        List<Grant> readable = desk.readable(actor);
        if (readable.isEmpty() && !actor.mayAnywhere(Action.READ, ObjectKind.REGISTRY_RECORD)) {
            throw new NotFound("registers");
        }
        model.addAttribute("kinds", Kinds.all());
        model.addAttribute("grants", readable);
        model.addAttribute("mayEnter", !desk.enterable(actor).isEmpty());
        model.addAttribute("mayVerify", actor.mayAnywhere(Action.CHECK, ObjectKind.REGISTRY_RECORD));
        if (!readable.isEmpty()) {
            Grant chosen = chosen(readable, grant);
            List<Standing> standings = counts.standings(List.of(chosen.id()), actor);
            model.addAttribute("chosen", chosen);
            model.addAttribute("aggregatesOnly", desk.aggregatesOnly(chosen, actor));
            model.addAttribute("totals", Kinds.all().stream().map(kind -> total(kind, standings)).toList());
            List<CentreLine> centres = centreLines(desk.definition(chosen), standings);
            model.addAttribute("centres", centres);
            model.addAttribute("hidden", desk.aggregatesOnly(chosen, actor)
                    ? hidden(centres, desk.definition(chosen).registry().smallCount())
                    : Set.of());
            model.addAttribute("figures", figures(chosen, desk.definition(chosen), actor));
        }
        return "registry/overview";
    }

    @GetMapping("/registers/{kind}")
    String list(@PathVariable String kind, Asked asked, @RequestParam(required = false) String search,
            @RequestParam(required = false) Integer page, @RequestParam(required = false) String at, Actor actor,
            Model model, HttpSession session) {
        Kinds register = Kinds.named(kind);
        List<Grant> readable = desk.readable(actor).stream()
                .filter(each -> !desk.aggregatesOnly(each, actor))
                .toList();
        if (readable.isEmpty() && !actor.mayAnywhere(Action.READ, ObjectKind.REGISTRY_RECORD)) {
            throw new NotFound("register " + kind);
        }
        model.addAttribute("kind", register);
        model.addAttribute("grants", readable);
        model.addAttribute("mayEnter", !desk.enterable(actor).isEmpty());
        if (!readable.isEmpty()) {
            Grant chosen = chosen(readable, asked.grant());
            ProgrammeDefinition definition = desk.definition(chosen);
            // What is not said would have to be looked for record by record in a whole nation.
            List<RecordGap> gaps = blankToNull(asked.centre()) != null || desk.centres(chosen, Action.READ, actor).size() == 1
                    ? RecordGap.of(register.register())
                    : List.of();
            RecordFilter filter = asked.filter(register.register(), chosen, SearchTexts.of(session, search), gaps);
            model.addAttribute("filter", filter);
            model.addAttribute("exportLimit",
                    PersonalRecords.about(register.register()) ? definition.registry().exportPeople() : null);
            model.addAttribute("chosen", chosen);
            model.addAttribute("centres", desk.centreChoice(chosen, Action.READ, actor));
            model.addAttribute("facets", facets(definition, register.register()));
            model.addAttribute("states", RecordState.values());
            model.addAttribute("gaps", gaps);
            List<RegisterRecord> rows = filter.text() == null
                    ? stretch(filter, at, actor, model)
                    : found(filter, Paging.pageOf(page), actor, model);
            model.addAttribute("rows", rows.stream().map(record -> row(record, definition)).toList());
        }
        return "registry/list";
    }

    /** Words to look for are names; they are posted, so that they stand in no address, history or log (BR-39). */
    @PostMapping("/registers/{kind}/search")
    String search(@PathVariable String kind, Asked asked, @RequestParam(defaultValue = "") String q,
            RedirectAttributes redirect, HttpSession session) {
        redirect.addAttribute("grant", blankToNull(asked.grant()));
        redirect.addAttribute("centre", blankToNull(asked.centre()));
        redirect.addAttribute("state", asked.state());
        redirect.addAttribute("facet", blankToNull(asked.facet()));
        redirect.addAttribute("place", blankToNull(asked.place()));
        redirect.addAttribute("gap", asked.gap());
        redirect.addAttribute("search", q.isBlank() ? null : SearchTexts.keep(session, q.strip()));
        return "redirect:" + Kinds.named(kind).path();
    }

    /** The part of a list from where the reader stands. */
    private List<RegisterRecord> stretch(RecordFilter filter, String at, Actor actor, Model model) {
        Stretch stretch = registers.list(filter, actor, Cursors.read(at), PAGE_SIZE);
        model.addAttribute("stretch", stretch);
        model.addAttribute("count", stretch.total());
        return stretch.rows();
    }

    /** What a name finds, the likeliest first. */
    private List<RegisterRecord> found(RecordFilter filter, int page, Actor actor, Model model) {
        RegistryCounts.Page<RegisterRecord> found = registers.list(filter, actor, page, PAGE_SIZE);
        model.addAttribute("paging", new Paging(page, PAGE_SIZE, found.total()));
        model.addAttribute("count", found.total());
        model.addAttribute("cut", found.total() >= Registers.MOST_FOUND);
        return found.rows();
    }

    /** Addresses that know the record but not its register. */
    @GetMapping("/registers/records/{id}")
    String anyRecord(@PathVariable String id, Actor actor) {
        return "redirect:" + path(open(id, actor));
    }

    @GetMapping("/registers/{kind}/{id}")
    String record(@PathVariable String kind, @PathVariable String id, Actor actor, Model model) {
        return show(open(kind, id, actor), List.of(), actor, model);
    }

    @PostMapping("/registers/{kind}/{id}/submit")
    String submit(@PathVariable String kind, @PathVariable String id, Actor actor, Model model,
            RedirectAttributes redirect, HttpServletResponse response) {
        RegisterRecord record = open(kind, id, actor);
        return answer(record, registers.submit(id, actor), "registry.done.submitted", actor, model, redirect, response);
    }

    @PostMapping("/registers/{kind}/{id}/verify")
    String verify(@PathVariable String kind, @PathVariable String id, Actor actor, Model model,
            RedirectAttributes redirect, HttpServletResponse response) {
        RegisterRecord record = open(kind, id, actor);
        return answer(record, registers.verify(id, actor), "registry.done.verified", actor, model, redirect, response);
    }

    @PostMapping("/registers/{kind}/{id}/reject")
    String reject(@PathVariable String kind, @PathVariable String id, @RequestParam(defaultValue = "") String reason,
            Actor actor, Model model, RedirectAttributes redirect, HttpServletResponse response) {
        RegisterRecord record = open(kind, id, actor);
        model.addAttribute("reason", reason);
        return answer(record, registers.reject(id, reason, actor), "registry.done.rejected", actor, model, redirect,
                response);
    }

    @PostMapping("/registers/{kind}/{id}/withdraw")
    String withdraw(@PathVariable String kind, @PathVariable String id, @RequestParam(defaultValue = "") String reason,
            Actor actor, Model model, RedirectAttributes redirect, HttpServletResponse response) {
        RegisterRecord record = open(kind, id, actor);
        model.addAttribute("reason", reason);
        return answer(record, registers.withdraw(id, reason, actor), "registry.done.withdrawn", actor, model, redirect,
                response);
    }

    @PostMapping("/registers/{kind}/{id}/files")
    String attach(@PathVariable String kind, @PathVariable String id, @RequestParam(defaultValue = "") String title,
            @RequestParam MultipartFile file, Actor actor, Model model, RedirectAttributes redirect,
            HttpServletResponse response) {
        RegisterRecord record = open(kind, id, actor);
        model.addAttribute("fileTitle", title);
        return answer(record, documents.add(record.facts().grantId(), new ObjectRef(Registers.OBJECT_TYPE, id),
                new Documents.Upload(title, file.getOriginalFilename(), bytes(file)), actor), "registry.done.attached",
                actor, model, redirect, response);
    }

    private String answer(RegisterRecord record, Outcome<?> outcome, String doneKey, Actor actor, Model model,
            RedirectAttributes redirect, HttpServletResponse response) {
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(record, outcome.problems(), actor, model);
        }
        Flash.good(redirect, doneKey, record.number());
        return "redirect:" + path(record);
    }

    private String show(RegisterRecord record, List<Problem> problems, Actor actor, Model model) {
        ProgrammeDefinition definition = desk.definitionOf(record.facts().grantId());
        boolean edits = actor.may(Action.EDIT, ObjectKind.REGISTRY_RECORD, record.scope());
        boolean checks = actor.may(Action.CHECK, ObjectKind.REGISTRY_RECORD, record.scope());
        boolean judged = record.state() == RecordState.SUBMITTED || record.state() == RecordState.VERIFIED;
        boolean personal = record.facts().register() == Register.PERSON
                || record.facts().register() == Register.COURSE_COMPLETION;
        boolean withdrawn = record.facts().name() == null;
        boolean standing = !withdrawn && record.state() != RecordState.MERGED;
        model.addAttribute("record", record);
        model.addAttribute("row", row(record, definition));
        model.addAttribute("kind", Kinds.of(record.facts().register()));
        model.addAttribute("problems", problems);
        model.addAttribute("lines",
                withdrawn ? List.of() : RecordText.lines(record.facts().withoutSensitive(), definition));
        model.addAttribute("personal", personal);
        model.addAttribute("mark", duplicates.mark(record.id(), actor));
        model.addAttribute("history", audit.stream(record.id()));
        model.addAttribute("batches", batches.ofRecord(record.id(), actor));
        model.addAttribute("corrections",
                RecordText.corrections(registers.versions(record.id(), actor).stream()
                        .map(RecordVersion::withoutSensitive)
                        .toList(), definition));
        model.addAttribute("files", documents.ofObject(new ObjectRef(Registers.OBJECT_TYPE, record.id()), actor));
        model.addAttribute("mayEdit", edits && standing);
        model.addAttribute("maySubmit", edits && record.state() == RecordState.DRAFT);
        model.addAttribute("mayVerify", checks && judged);
        model.addAttribute("mayWithdraw", edits && personal && standing);
        return "registry/record";
    }

    private RegisterRecord open(String kind, String id, Actor actor) {
        RegisterRecord record = open(id, actor);
        if (record.facts().register() != Kinds.named(kind).register()) {
            throw new NotFound("record " + id + " in " + kind);
        }
        return record;
    }

    private RegisterRecord open(String id, Actor actor) {
        return registers.find(id, actor).orElseThrow(() -> new NotFound("record " + id));
    }

    static String path(RegisterRecord record) {
        return Kinds.of(record.facts().register()).path() + "/" + record.id();
    }

    private Row row(RegisterRecord record, ProgrammeDefinition definition) {
        return new Row(record, Kinds.of(record.facts().register()),
                RecordText.centre(definition, record.facts().centreCode()),
                RecordText.kinds(record.facts(), definition), record.staleOn(clock.today()));
    }

    private static List<CodeItem> facets(ProgrammeDefinition definition, Register register) {
        return register == Register.PERSON
                ? definition.list(ProgrammeDefinition.PERSON_ROLES)
                : RegisterLists.items(definition, RegisterLists.categoryList(definition, register));
    }

    /** Figures too small to be shown to a reader of sums (BR-39), as {@code <centre or empty>/<register>}. */
    private static Set<String> hidden(List<CentreLine> centres, int small) {
        Set<String> hidden = new HashSet<>();
        for (int column = 0; column < Kinds.values().length; column++) {
            int at = column;
            Map<String, Long> counts = new LinkedHashMap<>();
            centres.forEach(line -> counts.put(line.centre().code(),
                    line.standings().get(at) == null ? 0L : line.standings().get(at).verified()));
            SmallCounts.hidden(counts, small)
                    .forEach(centre -> hidden.add(centre + "/" + Kinds.values()[at].register()));
            if (SmallCounts.isSmall(counts.values().stream().mapToLong(Long::longValue).sum(), small)) {
                hidden.add("/" + Kinds.values()[at].register());
            }
        }
        return hidden;
    }

    private static Total total(Kinds kind, List<Standing> standings) {
        List<Standing> own =
                standings.stream().filter(standing -> standing.register() == kind.register()).toList();
        return new Total(kind, sum(own, Standing::entered), sum(own, Standing::waiting), sum(own, Standing::verified),
                sum(own, Standing::rejected));
    }

    private List<Figure> figures(Grant grant, ProgrammeDefinition definition, Actor actor) {
        List<Figure> figures = new ArrayList<>();
        figures.add(figure(grant, CountFilter.of(Register.ORGANISATION), null));
        figures.add(figure(grant, CountFilter.of(Register.PERSON), null));
        for (CodeItem role : definition.list(ProgrammeDefinition.PERSON_ROLES)) {
            figures.add(figure(grant, new CountFilter(Register.PERSON, role.code()), role.text()));
        }
        figures.add(figure(grant, CountFilter.of(Register.COURSE_COMPLETION), null));
        if (desk.aggregatesOnly(grant, actor)) {
            figures.replaceAll(figure -> figure.hiding(definition.registry().smallCount()));
        }
        return figures;
    }

    private Figure figure(Grant grant, CountFilter filter, Object facet) {
        LocalDate today = clock.today();
        DuplicateFigures found = counts.duplicates(grant.id(), filter, today);
        return new Figure(filter.register(), facet, found.gross(), found.confirmed(), found.net(), found.suspected(),
                counts.countedByCentre(grant.id(), filter, today).values().stream().mapToLong(Long::longValue).sum());
    }

    private static long sum(List<Standing> standings, ToLongFunction<Standing> part) {
        return standings.stream().mapToLong(part).sum();
    }

    private static List<CentreLine> centreLines(ProgrammeDefinition definition, List<Standing> standings) {
        return definition.centres().stream()
                .filter(centre -> standings.stream().anyMatch(each -> each.centreCode().equals(centre.code())))
                .map(centre -> new CentreLine(centre, Kinds.all().stream()
                        .map(kind -> standings.stream()
                                .filter(each -> each.centreCode().equals(centre.code())
                                        && each.register() == kind.register())
                                .findFirst()
                                .orElse(null))
                        .toList()))
                .toList();
    }

    /** @throws NotFound if a grant is named that this person may not look into */
    static Grant chosen(List<Grant> grants, String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return grants.get(0);
        }
        return grants.stream()
                .filter(grant -> grant.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NotFound("grant " + wanted));
    }

    static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("upload cut off", e);
        }
    }
}
