package org.thun.privacy.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.audit.AuditTrail;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.privacy.Privacy;
import org.thun.privacy.PrivacyRequest;
import org.thun.privacy.SubjectFile;
import org.thun.registry.PersonalRecords;
import org.thun.registry.RegisterRecord;
import org.thun.registry.Registers;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.web.Flash;
import org.thun.web.NotFound;

/** Requests that need a second person, and what is done for the person of a record. */
@Controller
class PrivacyPages {

    private static final int MOST_REQUESTS = 200;
    private static final int PREVIEW = 50;

    private final Privacy privacy;
    private final PersonalRecords people;
    private final Registers registers;
    private final AuditTrail audit;
    private final ObjectMapper json;

    PrivacyPages(Privacy privacy, PersonalRecords people, Registers registers, AuditTrail audit, ObjectMapper json) {
        this.privacy = privacy;
        this.people = people;
        this.registers = registers;
        this.audit = audit;
        this.json = json;
    }

    @GetMapping("/privacy")
    String list(Actor actor, Model model) {
        if (!actor.mayAnywhere(Action.READ, ObjectKind.REGISTRY_RECORD)) {
            throw new NotFound("privacy");
        }
        model.addAttribute("requests", privacy.list(actor, MOST_REQUESTS));
        return "privacy/list";
    }

    @GetMapping("/privacy/{id}")
    String request(@PathVariable String id, Actor actor, Model model) {
        return showRequest(openRequest(id, actor), List.of(), actor, model);
    }

    @PostMapping("/privacy/{id}/{answer:agree|refuse}")
    String decide(@PathVariable String id, @PathVariable String answer, @RequestParam(defaultValue = "") String reason,
            Actor actor, Model model, RedirectAttributes redirect, HttpServletResponse response) {
        PrivacyRequest request = openRequest(id, actor);
        Outcome<Void> outcome = privacy.decide(id, answer.equals("agree"), reason, actor);
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return showRequest(request, outcome.problems(), actor, model);
        }
        Flash.good(redirect, "privacy.done." + answer, request.number());
        return "redirect:/privacy/" + id;
    }

    @GetMapping("/privacy/records/{id}")
    String record(@PathVariable String id, Actor actor, Model model) {
        return showRecord(openRecord(id, actor), List.of(), actor, model);
    }

    /** Shows what is sensitive: posted, because every reading leaves its trace. */
    @PostMapping("/privacy/records/{id}")
    String reveal(@PathVariable String id, Actor actor, Model model) {
        RegisterRecord record = openRecord(id, actor);
        model.addAttribute("sensitive", people.sensitive(id, actor).orElseThrow(() -> new NotFound("sensitive " + id)));
        return showRecord(record, List.of(), actor, model);
    }

    @PostMapping("/privacy/records/{id}/anonymise")
    String askAnonymise(@PathVariable String id, @RequestParam(defaultValue = "") String reason, Actor actor, Model model,
            RedirectAttributes redirect, HttpServletResponse response) {
        RegisterRecord record = openRecord(id, actor);
        Outcome<String> outcome = privacy.askAnonymise(id, reason, actor);
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return showRecord(record, outcome.problems(), actor, model);
        }
        Flash.good(redirect, "privacy.done.asked");
        return "redirect:/privacy/" + outcome.orElseThrow();
    }

    /**
     * All that is held about the person: to be read, with {@code format=json} to be taken elsewhere, with {@code pdf-th} or
     * {@code pdf-en} to be printed.
     */
    @PostMapping("/privacy/records/{id}/file")
    Object file(@PathVariable String id, @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "html") String format, Actor actor, Model model, HttpServletResponse response)
            throws JsonProcessingException {
        RegisterRecord record = openRecord(id, actor);
        Outcome<SubjectFile> outcome = privacy.subjectFile(id, reason, actor);
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return showRecord(record, outcome.problems(), actor, model);
        }
        if (format.equals("json")) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .cacheControl(CacheControl.noStore())
                    .header(HttpHeaders.CONTENT_DISPOSITION, attachment(record.number() + ".json"))
                    .body(json.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(outcome.orElseThrow())
                            .getBytes(StandardCharsets.UTF_8));
        }
        if (format.startsWith("pdf-")) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .cacheControl(CacheControl.noStore())
                    .header(HttpHeaders.CONTENT_DISPOSITION, attachment(record.number() + ".pdf"))
                    .body(privacy.print(outcome.orElseThrow(), Locale.forLanguageTag(format.substring("pdf-".length()))));
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(record.number() + ".html"));
        model.addAttribute("file", outcome.orElseThrow());
        return "privacy/subject-file";
    }

    private String showRequest(PrivacyRequest request, List<Problem> problems, Actor actor, Model model) {
        model.addAttribute("request", request);
        model.addAttribute("problems", problems);
        model.addAttribute("mayDecide", privacy.mayDecide(request, actor));
        model.addAttribute("mayFetch", privacy.approvedExport(request.id(), actor).isPresent());
        model.addAttribute("daysToFetch", Privacy.DAYS_TO_FETCH);
        model.addAttribute("preview", privacy.preview(request.id(), actor, PREVIEW));
        model.addAttribute("history", audit.stream(request.id()));
        return "privacy/request";
    }

    private String showRecord(RegisterRecord record, List<Problem> problems, Actor actor, Model model) {
        model.addAttribute("record", record);
        model.addAttribute("problems", problems);
        model.addAttribute("mayRead", actor.may(Action.READ, ObjectKind.SENSITIVE_DATA, record.scope())
                && record.facts().name() != null);
        model.addAttribute("mayAct", actor.may(Action.CREATE, ObjectKind.SENSITIVE_DATA, record.scope())
                && record.facts().name() != null);
        return "privacy/record";
    }

    private PrivacyRequest openRequest(String id, Actor actor) {
        return privacy.find(id, actor).orElseThrow(() -> new NotFound("request " + id));
    }

    private RegisterRecord openRecord(String id, Actor actor) {
        return registers.find(id, actor)
                .filter(record -> PersonalRecords.about(record.facts().register()))
                .orElseThrow(() -> new NotFound("record " + id));
    }

    static String attachment(String fileName) {
        return ContentDisposition.attachment().filename(fileName, StandardCharsets.UTF_8).build().toString();
    }
}
