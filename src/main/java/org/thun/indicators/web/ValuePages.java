package org.thun.indicators.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.documents.Documents;
import org.thun.documents.ObjectRef;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.indicators.AreaValue;
import org.thun.indicators.EnteredMeasurements;
import org.thun.indicators.EnteredMeasurements.NewEntry;
import org.thun.indicators.IndicatorQueries;
import org.thun.indicators.MeasuredEntry;
import org.thun.indicators.MeasuredEntry.EntrySlice;
import org.thun.indicators.MeasuredEntry.Purpose;
import org.thun.indicators.Place;
import org.thun.indicators.web.IndicatorView.Opened;
import org.thun.programmes.CodeItem;
import org.thun.programmes.Indicator;
import org.thun.programmes.Indicator.Cumulation;
import org.thun.programmes.Indicator.ValueSetting;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.shared.ThaiDates;
import org.thun.shared.ThaiDigits;
import org.thun.web.Flash;
import org.thun.web.NotFound;

/** Where values that no register counts are entered, checked, approved and corrected. */
@Controller
class ValuePages {

    private final CasePages cases;
    private final IndicatorView view;
    private final IndicatorQueries indicators;
    private final EnteredMeasurements entries;
    private final Documents documents;

    ValuePages(CasePages cases, IndicatorView view, IndicatorQueries indicators, EnteredMeasurements entries,
            Documents documents) {
        this.cases = cases;
        this.view = view;
        this.indicators = indicators;
        this.entries = entries;
        this.documents = documents;
    }

    /** What was typed into the form. */
    record Typed(String purpose, String place, String from, String to, String amount, String of, String note,
            String corrects) {}

    /** A place that values can be entered for. */
    record PlaceChoice(String value, LocalizedText name) {}

    /** A list by whose codes a value can be given in parts. */
    record PartList(String name, LocalizedText title, List<CodeItem> items) {}

    /** An entry and what this person may do with it. */
    record EntryLine(MeasuredEntry entry, Indicator indicator, LocalizedText placeName, AreaValue worth, boolean mayCheck,
            boolean mayApprove, boolean mayCorrect, boolean mayAttach) {}

    @GetMapping("/grants/{grantId}/indicators/entries")
    String waiting(@PathVariable String grantId, Actor actor, Model model) {
        Opened opened = head(grantId, actor, model);
        List<MeasuredEntry> waiting = entries.waiting(opened.grant(), actor);
        model.addAttribute("lines", lines(opened, waiting, actor));
        addFiles(waiting, actor, model);
        return "indicators/waiting";
    }

    @GetMapping("/grants/{grantId}/indicators/{indicatorId}/entries")
    String all(@PathVariable String grantId, @PathVariable String indicatorId,
            @RequestParam(required = false) String corrects, Actor actor, Model model) {
        Opened opened = head(grantId, actor, model);
        Typed typed = corrects == null ? null : entries.of(opened.grant(), indicatorId, actor).stream()
                .filter(entry -> entry.id().equals(corrects) && entry.state().holds())
                .findFirst()
                .map(ValuePages::again)
                .orElseThrow(() -> new NotFound("entry " + corrects));
        return show(opened, indicatorId, typed, Map.of(), List.of(), actor, model);
    }

    @PostMapping("/grants/{grantId}/indicators/{indicatorId}/entries")
    String enter(@PathVariable String grantId, @PathVariable String indicatorId, Typed typed,
            @RequestParam Map<String, String> fields, Actor actor, Model model, RedirectAttributes redirect,
            HttpServletResponse response) {
        Opened opened = head(grantId, actor, model);
        Indicator indicator = indicator(opened, indicatorId);
        List<Problem> problems = new ArrayList<>();
        NewEntry entry = read(opened, indicator, typed, fields, problems);
        Outcome<String> outcome =
                problems.isEmpty() ? entries.enter(opened.grant(), entry, actor) : Outcome.refused(problems);
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(opened, indicatorId, typed, fields, outcome.problems(), actor, model);
        }
        Flash.good(redirect, "indicators.entry.done.entered");
        return back(opened.grant(), indicatorId);
    }

    @PostMapping("/grants/{grantId}/indicators/{indicatorId}/entries/{entryId}/check")
    String check(@PathVariable String grantId, @PathVariable String indicatorId, @PathVariable String entryId,
            @RequestParam boolean pass, @RequestParam(required = false) String reason, Actor actor, Model model,
            RedirectAttributes redirect, HttpServletResponse response) {
        Opened opened = head(grantId, actor, model);
        return answer(opened, indicatorId, entries.check(opened.grant(), entryId, pass, reason, actor),
                pass ? "indicators.entry.done.checked" : "indicators.entry.done.returned", actor, model, redirect, response);
    }

    @PostMapping("/grants/{grantId}/indicators/{indicatorId}/entries/{entryId}/approve")
    String approve(@PathVariable String grantId, @PathVariable String indicatorId, @PathVariable String entryId,
            @RequestParam boolean pass, @RequestParam(required = false) String reason, Actor actor, Model model,
            RedirectAttributes redirect, HttpServletResponse response) {
        Opened opened = head(grantId, actor, model);
        return answer(opened, indicatorId, entries.approve(opened.grant(), entryId, pass, reason, actor),
                pass ? "indicators.entry.done.approved" : "indicators.entry.done.returned", actor, model, redirect, response);
    }

    @PostMapping("/grants/{grantId}/indicators/{indicatorId}/entries/{entryId}/files")
    String attach(@PathVariable String grantId, @PathVariable String indicatorId, @PathVariable String entryId,
            @RequestParam MultipartFile file, Actor actor, Model model, RedirectAttributes redirect,
            HttpServletResponse response) {
        Opened opened = head(grantId, actor, model);
        boolean known = entries.of(opened.grant(), indicatorId, actor).stream().anyMatch(each -> each.id().equals(entryId));
        if (!known) {
            throw new NotFound("entry " + entryId);
        }
        return answer(opened, indicatorId, documents.add(opened.grant().id(),
                new ObjectRef(MeasuredEntry.OBJECT_TYPE, entryId),
                new Documents.Upload(null, file.getOriginalFilename(), bytes(file)), actor),
                "indicators.entry.done.attached", actor, model, redirect, response);
    }

    private String answer(Opened opened, String indicatorId, Outcome<?> outcome, String doneKey, Actor actor, Model model,
            RedirectAttributes redirect, HttpServletResponse response) {
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(opened, indicatorId, null, Map.of(), outcome.problems(), actor, model);
        }
        Flash.good(redirect, doneKey);
        return back(opened.grant(), indicatorId);
    }

    private Opened head(String grantId, Actor actor, Model model) {
        Opened opened = view.open(grantId, null, actor);
        model.addAttribute("grant", opened.grant());
        model.addAttribute("tabs", cases.tabs(opened.grant(), actor));
        return opened;
    }

    private String show(Opened opened, String indicatorId, Typed typed, Map<String, String> fields, List<Problem> problems,
            Actor actor, Model model) {
        Grant grant = opened.grant();
        ProgrammeDefinition definition = opened.definition();
        Indicator indicator = indicator(opened, indicatorId);
        List<MeasuredEntry> all = entries.of(grant, indicatorId, actor).stream()
                .filter(entry -> !opened.hidesSmall() || entry.place().isWhole())
                .toList();
        model.addAttribute("indicator", indicator);
        model.addAttribute("unit", definition.label(ProgrammeDefinition.UNITS, indicator.unit()));
        model.addAttribute("lines", lines(opened, all, actor));
        model.addAttribute("wordsHidden", opened.hidesSmall());
        addFiles(all, actor, model);
        model.addAttribute("places", entries.placesOf(grant, actor).stream()
                .map(place -> new PlaceChoice(place.code(), place.isWhole() ? grant.title() : Places.name(definition, place)))
                .toList());
        model.addAttribute("ofADay", indicator.cumulation() == Cumulation.LATEST);
        model.addAttribute("perArea", indicator.baselineSetting() == ValueSetting.PER_AREA);
        model.addAttribute("lists", indicators.breakdowns(grant, indicatorId).entrySet().stream()
                .map(list -> new PartList(list.getKey(), list.getValue(), definition.list(list.getKey())))
                .toList());
        model.addAttribute("fields", fields);
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        return "indicators/entries";
    }

    private List<EntryLine> lines(Opened opened, List<MeasuredEntry> some, Actor actor) {
        Grant grant = opened.grant();
        List<Place> own = entries.placesOf(grant, actor);
        List<String> waiting = entries.waiting(grant, actor).stream().map(MeasuredEntry::id).toList();
        return some.stream()
                .map(entry -> {
                    Indicator indicator = indicator(opened, entry.indicatorId());
                    boolean his = waiting.contains(entry.id());
                    return new EntryLine(entry, indicator, entry.place().isWhole()
                                    ? grant.title() : Places.name(opened.definition(), entry.place()),
                            AreaValue.worth(indicator, entry.amount(), entry.of()),
                            his && entry.state() == MeasuredEntry.State.ENTERED,
                            his && entry.state() == MeasuredEntry.State.CHECKED,
                            entry.state().holds() && own.contains(entry.place()),
                            entry.state().open() && own.contains(entry.place()));
                })
                .toList();
    }

    private void addFiles(List<MeasuredEntry> some, Actor actor, Model model) {
        model.addAttribute("files", documents.ofObjects(MeasuredEntry.OBJECT_TYPE,
                some.stream().map(MeasuredEntry::id).toList(), actor));
    }

    private static Indicator indicator(Opened opened, String indicatorId) {
        return opened.definition().indicator(indicatorId)
                .filter(Indicator::isEntered)
                .orElseThrow(() -> new NotFound("entries of " + indicatorId));
    }

    private NewEntry read(Opened opened, Indicator indicator, Typed typed, Map<String, String> fields,
            List<Problem> problems) {
        Purpose purpose = "BASELINE".equals(typed.purpose()) ? Purpose.BASELINE : Purpose.RESULT;
        LocalDate to = day(typed.to(), "to", problems);
        boolean ofADay = purpose == Purpose.BASELINE || indicator.cumulation() == Cumulation.LATEST;
        LocalDate from = ofADay ? to : day(typed.from(), "from", problems);
        String place = Objects.requireNonNullElse(typed.place(), "");
        List<EntrySlice> slices = new ArrayList<>();
        indicators.breakdowns(opened.grant(), indicator.id()).keySet().forEach(list ->
                opened.definition().list(list).forEach(item -> {
                    String name = list + "." + item.code();
                    BigDecimal amount = number(fields.get("part." + name), "slices", problems);
                    BigDecimal of = number(fields.get("line." + name), "slices", problems);
                    if (amount != null || of != null) {
                        slices.add(new EntrySlice(list, item.code(), amount, of));
                    }
                }));
        return new NewEntry(indicator.id(), purpose, place.isBlank() ? Place.WHOLE : Place.centre(place), from, to,
                number(typed.amount(), "amount", problems), number(typed.of(), "of", problems), typed.note(), slices,
                typed.corrects() == null || typed.corrects().isBlank() ? null : typed.corrects());
    }

    private static Typed again(MeasuredEntry entry) {
        return new Typed(entry.purpose().name(), entry.place().code(), entry.days().from().toString(),
                entry.days().to().toString(), entry.amount().toPlainString(),
                entry.of() == null ? null : entry.of().toPlainString(), null, entry.id());
    }

    private static BigDecimal number(String typed, String field, List<Problem> problems) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return new BigDecimal(ThaiDigits.toWestern(typed).strip().replace(",", ""));
        } catch (NumberFormatException e) {
            problems.add(Problem.at(field, "indicators.problem.number"));
            return null;
        }
    }

    private static LocalDate day(String typed, String field, List<Problem> problems) {
        try {
            return ThaiDates.parse(typed == null ? "" : typed);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.at(field, "indicators.problem.day"));
            return null;
        }
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("upload cut off", e);
        }
    }

    private static String back(Grant grant, String indicatorId) {
        return "redirect:" + IndicatorPages.path(grant, indicatorId) + "/entries";
    }
}
