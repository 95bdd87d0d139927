package org.thun.privacy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.privacy.Privacy;
import org.thun.privacy.Privacy.Asked;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.HeldRole;
import org.thun.registry.RecordFacts;
import org.thun.registry.RecordFilter;
import org.thun.registry.RecordGap;
import org.thun.registry.RecordState;
import org.thun.registry.RegisterRecord;
import org.thun.shared.BusinessClock;
import org.thun.shared.CsvText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.web.Formats;
import org.thun.web.NotFound;

/** Records as CSV: written row by row as they are read, so that the longest file needs no more memory than the shortest. */
@Controller
class ExportPages {

    private static final List<String> COLUMNS = List.of("number", "centre", "name", "surname", "nameEn", "district",
            "category", "roles", "channel", "sex", "round", "datedOn", "link", "state", "verifiedOn", "freshUntil");

    private final Privacy privacy;
    private final Grants grants;
    private final Formats formats;
    private final BusinessClock clock;

    ExportPages(Privacy privacy, Grants grants, Formats formats, BusinessClock clock) {
        this.privacy = privacy;
        this.grants = grants;
        this.formats = formats;
        this.clock = clock;
    }

    @PostMapping("/privacy/exports")
    String ask(@RequestParam Register kind, @RequestParam String grant, @RequestParam(required = false) String centre,
            @RequestParam(required = false) String state, @RequestParam(required = false) String facet,
            @RequestParam(required = false) String place, @RequestParam(required = false) RecordGap gap,
            @RequestParam(required = false) String q, @RequestParam(defaultValue = "") String reason, Actor actor,
            Model model, HttpServletResponse response) {
        Grant chosen = grants.running().stream()
                .filter(each -> each.id().equals(grant))
                .findFirst()
                .or(() -> grants.find(grant, actor))
                .filter(each -> actor.mayAnywhere(Action.READ, ObjectKind.REGISTRY_RECORD))
                .orElseThrow(() -> new NotFound("export of " + grant));
        RecordFilter filter = new RecordFilter(kind, chosen.id(), filled(centre),
                filled(state) == null ? null : RecordState.valueOf(state), filled(facet), filled(q),
                filled(place), gap);
        Outcome<Asked> outcome = privacy.askExport(filter, reason, actor);
        if (!outcome.isDone()) {
            return refused(outcome.problems(), model, response);
        }
        String requestId = outcome.orElseThrow().requestId();
        return requestId == null
                ? write(filter, null, reason, outcome.orElseThrow().people(), actor, model, response)
                : "redirect:/privacy/" + requestId;
    }

    /** An export the second person has agreed to. */
    @GetMapping("/privacy/{id}/export")
    String fetch(@PathVariable String id, Actor actor, Model model, HttpServletResponse response) {
        RecordFilter filter = privacy.approvedExport(id, actor).orElseThrow(() -> new NotFound("export " + id));
        return write(filter, id, null, privacy.find(id, actor).orElseThrow().people(), actor, model, response);
    }

    private String write(RecordFilter filter, String requestId, String reason, long people, Actor actor, Model model,
            HttpServletResponse response) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, PrivacyPages.attachment("%s-%s-%d.csv".formatted(
                filter.register().name().toLowerCase(Locale.ROOT), clock.today(), people)));
        try {
            Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
            out.write(CsvText.BYTE_ORDER_MARK);
            out.write(CsvText.row(COLUMNS.stream().map(column -> formats.message("privacy.column." + column)).toArray()));
            Outcome<Long> outcome =
                    privacy.export(filter, requestId, reason, actor, record -> writeRow(out, record));
            if (!outcome.isDone()) {
                response.reset();
                return refused(outcome.problems(), model, response);
            }
            out.flush();
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("export cut off", e);
        }
    }

    private void writeRow(Writer out, RegisterRecord record) {
        RecordFacts facts = record.facts();
        try {
            out.write(CsvText.row(record.number(), facts.centreCode(), facts.name(), facts.surname(), facts.nameEn(),
                    facts.district(), facts.categoryCode(),
                    facts.roles().stream().map(HeldRole::role).collect(Collectors.joining(" ")), facts.channelCode(),
                    facts.sexCode(), facts.roundNo(), facts.datedOn(), facts.link(), formats.name(record.state()),
                    record.verifiedOn(), record.freshUntil()));
        } catch (IOException e) {
            throw new UncheckedIOException("export cut off", e);
        }
    }

    private static String refused(List<Problem> problems, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("problems", problems);
        return "privacy/refused";
    }

    private static String filled(String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
