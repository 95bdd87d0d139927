package org.thun.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.grants.Grant;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.imports.ColumnMapping;
import org.thun.imports.ImportField;
import org.thun.imports.ImportFile;
import org.thun.imports.ImportRow;
import org.thun.imports.ImportState;
import org.thun.imports.Imports;
import org.thun.imports.Imports.Format;
import org.thun.imports.Imports.Layout;
import org.thun.imports.Imports.Upload;
import org.thun.imports.RowKind;
import org.thun.programmes.CentreDefinition;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.shared.Ids;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.web.Flash;
import org.thun.web.NotFound;
import org.thun.web.Paging;

/** Files on their way into the registers: sending, columns, preview, progress, and what was refused. */
@Controller
class ImportPages {

    private static final int PAGE_SIZE = 20;
    private static final int SAMPLES = 10;
    private static final int KNOWN_SHOWN = 50;
    private static final int REFUSED_SHOWN = 50;
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Imports imports;
    private final ImportPlaces places;

    ImportPages(Imports imports, ImportPlaces places) {
        this.imports = imports;
        this.places = places;
    }

    /** A line of the history. */
    record Line(ImportFile file, Object centre) {}

    /** What somebody has chosen on the page of a new import. */
    record Choice(String id, String grant, String centre, Register register, String source) {}

    @GetMapping("/registers/imports")
    String list(@RequestParam(required = false) Integer page, Actor actor, Model model) {
        if (!actor.mayAnywhere(Action.READ, ObjectKind.REGISTRY_RECORD)) {
            throw new NotFound("imports");
        }
        int pageNo = Paging.pageOf(page);
        Imports.Page found = imports.list(actor, pageNo, PAGE_SIZE);
        List<Grant> open = places.open(actor);
        model.addAttribute("lines", found.files().stream().map(file -> new Line(file, places.centre(file))).toList());
        model.addAttribute("paging", new Paging(pageNo, PAGE_SIZE, found.total()));
        model.addAttribute("mayImport", !open.isEmpty());
        model.addAttribute("grants", open);
        model.addAttribute("registers", Register.values());
        return "imports/list";
    }

    @GetMapping("/registers/imports/new")
    String choose(@RequestParam(required = false) String grant, @RequestParam(required = false) String centre,
            @RequestParam(required = false) Register register, Actor actor, Model model) {
        return form(new Choice(Ids.next(), grant, centre, register, ""), List.of(), actor, model);
    }

    @PostMapping("/registers/imports")
    String upload(@RequestParam String id, @RequestParam String grant, @RequestParam(defaultValue = "") String centre,
            @RequestParam Register register, @RequestParam(defaultValue = "") String source,
            @RequestParam(required = false) MultipartFile file, Actor actor, Model model, HttpServletResponse response)
            throws IOException {
        Choice choice = new Choice(id, grant, centre, register, source);
        Grant chosen = places.open(grant, actor);
        if (file == null || file.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(choice, List.of(Problem.at("file", "imports.problem.file.required")), actor, model);
        }
        try (InputStream content = file.getInputStream()) {
            Outcome<String> outcome = imports.upload(new Upload(id, chosen.id(), centre, register, source,
                    file.getOriginalFilename(), content), actor);
            if (!outcome.isDone()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                return form(choice, outcome.problems(), actor, model);
            }
            return "redirect:/registers/imports/" + outcome.orElseThrow();
        }
    }

    @GetMapping("/registers/imports/{id}")
    String show(@PathVariable String id, Actor actor, Model model) {
        return page(open(id, actor), null, List.of(), actor, model);
    }

    /** The part of the page that moves while the machine works; once it has stopped, the page as a whole is another. */
    @GetMapping("/registers/imports/{id}/progress")
    String progress(@PathVariable String id, Actor actor, Model model, HttpServletResponse response) {
        ImportFile file = open(id, actor);
        if (!file.state().isWorking()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("file", file);
        model.addAttribute("mayAct", places.mayAct(file, actor));
        return "imports/import :: progress";
    }

    @PostMapping("/registers/imports/{id}/mapping")
    String map(@PathVariable String id, @RequestParam Map<String, String> typed, Actor actor, Model model,
            HttpServletResponse response) {
        ImportFile file = open(id, actor);
        Layout layout = imports.layout(id, actor).orElseThrow(() -> new NotFound("import " + id));
        ColumnMapping mapping = mapping(layout, typed);
        Outcome<Void> outcome = imports.map(id, mapping, actor);
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(file, mapping, outcome.problems(), actor, model);
        }
        return "redirect:" + file.path();
    }

    @PostMapping("/registers/imports/{id}/start")
    String start(@PathVariable String id, @RequestParam(defaultValue = "false") boolean allOrNothing, Actor actor,
            Model model, HttpServletResponse response) {
        return act(id, each -> imports.start(each, allOrNothing, actor), actor, model, response);
    }

    @PostMapping("/registers/imports/{id}/remap")
    String remap(@PathVariable String id, Actor actor, Model model, HttpServletResponse response) {
        return act(id, each -> imports.remap(each, actor), actor, model, response);
    }

    @PostMapping("/registers/imports/{id}/pause")
    String pause(@PathVariable String id, Actor actor, Model model, HttpServletResponse response) {
        return act(id, each -> imports.pause(each, actor), actor, model, response);
    }

    @PostMapping("/registers/imports/{id}/resume")
    String resume(@PathVariable String id, Actor actor, Model model, HttpServletResponse response) {
        return act(id, each -> imports.resume(each, actor), actor, model, response);
    }

    @PostMapping("/registers/imports/{id}/cancel")
    String cancel(@PathVariable String id, Actor actor, Model model, RedirectAttributes redirect,
            HttpServletResponse response) {
        String answer = act(id, each -> imports.cancel(each, actor), actor, model, response);
        if (answer.startsWith("redirect:")) {
            Flash.info(redirect, "imports.done.cancelled");
        }
        return answer;
    }

    @GetMapping("/registers/imports/{id}/refused.{ending}")
    ResponseEntity<StreamingResponseBody> refused(@PathVariable String id, @PathVariable String ending, Actor actor) {
        ImportFile file = open(id, actor);
        Format format = Arrays.stream(Format.values())
                .filter(each -> each.name().equalsIgnoreCase(ending))
                .findFirst()
                .orElseThrow(() -> new NotFound("format " + ending));
        if (!file.rowsKept() || !places.mayAct(file, actor) || imports.rows(id, RowKind.REFUSED, 1, actor).isEmpty()) {
            throw new NotFound("refused rows of import " + id);
        }
        Locale locale = LocaleContextHolder.getLocale();
        String name = file.fileName().replaceFirst("\\.[A-Za-z]{2,5}$", "") + "-refused." + ending;
        return download(name, format == Format.CSV ? CSV : XLSX).body(out -> {
            LocaleContextHolder.setLocale(locale);
            try {
                imports.writeRefused(id, format, out, actor);
            } finally {
                LocaleContextHolder.resetLocaleContext();
            }
        });
    }

    @GetMapping("/registers/imports/template.xlsx")
    ResponseEntity<byte[]> template(@RequestParam String grant, @RequestParam Register register, Actor actor)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        imports.writeTemplate(places.open(grant, actor), register, LocaleContextHolder.getLocale(), out);
        return download(register.name().toLowerCase(Locale.ROOT) + ".xlsx", XLSX).body(out.toByteArray());
    }

    private static ResponseEntity.BodyBuilder download(String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff");
    }

    private String act(String id, Function<String, Outcome<Void>> command, Actor actor, Model model,
            HttpServletResponse response) {
        ImportFile file = open(id, actor);
        Outcome<Void> outcome = command.apply(id);
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(open(id, actor), null, outcome.problems(), actor, model);
        }
        return "redirect:" + file.path();
    }

    private String form(Choice choice, List<Problem> problems, Actor actor, Model model) {
        List<Grant> open = places.open(actor);
        if (open.isEmpty()) {
            throw new NotFound("new import");
        }
        Grant grant = choice.grant() == null || choice.grant().isBlank() ? open.get(0) : places.open(choice.grant(), actor);
        List<CentreDefinition> centres = places.centres(grant, actor);
        String centre = centres.stream().anyMatch(each -> each.code().equals(choice.centre()))
                ? choice.centre()
                : centres.get(0).code();
        Set<String> sources = Arrays.stream(Register.values())
                .flatMap(register -> imports.sources(grant.id(), centre, register, actor).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        model.addAttribute("choice", choice);
        model.addAttribute("grants", open);
        model.addAttribute("grant", grant);
        model.addAttribute("centres", centres);
        model.addAttribute("centre", centre);
        model.addAttribute("registers", Register.values());
        model.addAttribute("sources", sources);
        model.addAttribute("mostBytes", imports.mostBytes());
        model.addAttribute("mostMegabytes", imports.mostBytes() / (1024 * 1024));
        model.addAttribute("problems", problems);
        model.addAttribute("wrongFields", fields(problems));
        return "imports/new";
    }

    private String page(ImportFile file, ColumnMapping typed, List<Problem> problems, Actor actor, Model model) {
        Layout layout = imports.layout(file.id(), actor).orElseThrow(() -> new NotFound("import " + file.id()));
        model.addAttribute("file", file);
        model.addAttribute("centre", places.centre(file));
        model.addAttribute("layout", layout);
        model.addAttribute("mapping", typed == null ? layout.mapping() : typed);
        model.addAttribute("labels", labels(layout));
        model.addAttribute("mayAct", places.mayAct(file, actor));
        model.addAttribute("problems", problems);
        model.addAttribute("wrongFields", fields(problems));
        if (file.state() != ImportState.UPLOADED && !file.state().isWorking()) {
            Map<RowKind, List<ImportRow>> rows = new EnumMap<>(RowKind.class);
            for (RowKind kind : RowKind.values()) {
                rows.put(kind, imports.rows(file.id(), kind, kind == RowKind.REFUSED ? REFUSED_SHOWN : SAMPLES, actor));
            }
            model.addAttribute("rows", rows);
            model.addAttribute("refusedRows", rows.get(RowKind.REFUSED));
            model.addAttribute("knownRows", imports.known(file.id(), KNOWN_SHOWN, actor));
            model.addAttribute("kinds", RowKind.values());
            model.addAttribute("effects", imports.effects(file.id(), actor));
        }
        return "imports/import";
    }

    private static Map<String, ImportField> labels(Layout layout) {
        return layout.fields().stream().collect(Collectors.toMap(ImportField::key, field -> field));
    }

    /** A column where one is chosen, else the value of all rows where one is typed. */
    private static ColumnMapping mapping(Layout layout, Map<String, String> typed) {
        Map<String, ColumnMapping.Origin> fields = new LinkedHashMap<>();
        for (ImportField field : layout.fields()) {
            String column = typed.getOrDefault("column." + field.key(), "");
            String value = typed.getOrDefault("value." + field.key(), "").strip();
            if (!column.isEmpty()) {
                fields.put(field.key(), ColumnMapping.Origin.column(column));
            } else if (!value.isEmpty()) {
                fields.put(field.key(), ColumnMapping.Origin.everywhere(value));
            }
        }
        return new ColumnMapping(fields);
    }

    private static Set<String> fields(List<Problem> problems) {
        return problems.stream().map(Problem::field).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private ImportFile open(String id, Actor actor) {
        return imports.find(id, actor).orElseThrow(() -> new NotFound("import " + id));
    }
}
