package org.thun.audit.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditSearch;
import org.thun.audit.AuditSearch.Criteria;
import org.thun.audit.AuditSearch.Found;
import org.thun.audit.AuditStreams.Subject;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.shared.Problem;
import org.thun.shared.ThaiDates;
import org.thun.web.NotFound;
import org.thun.web.Paging;

/** The trail: who did what, when, to what; and whether the chain of a story holds. */
@Controller
@RequestMapping("/admin/audit")
class AuditController {

    private static final Set<ObjectKind> CASES = Set.of(ObjectKind.AGREEMENT, ObjectKind.ACTIVITY_PLAN);

    private static final int PAGE = 50;

    private final AuditSearch search;

    AuditController(AuditSearch search) {
        this.search = search;
    }

    /** What was typed into the search form; dates in either era and either digits. */
    record Filter(String person, String object, String command, String stream, String from, String to) {

        /** The same without empty fields. */
        Filter plain() {
            return new Filter(text(person), text(object), text(command), text(stream), text(from), text(to));
        }

        private static String text(String typed) {
            return typed == null || typed.isBlank() ? null : typed.strip();
        }
    }

    @GetMapping
    String list(
            Filter typed,
            @RequestParam(defaultValue = "false") boolean check,
            @RequestParam(required = false) Integer page,
            Actor actor,
            Model model) {
        AuditAccess.require(actor);
        Filter filter = typed.plain();
        List<Problem> problems = new ArrayList<>();
        Criteria criteria = new Criteria(filter.person(), filter.object(), filter.command(), filter.stream(),
                day("from", filter.from(), problems), day("to", filter.to(), problems));
        int shown = Paging.pageOf(page);
        Found found = problems.isEmpty()
                ? search.search(actor, criteria, (shown - 1) * PAGE, PAGE)
                : new Found(List.of(), 0);
        model.addAttribute("filter", filter);
        model.addAttribute("problems", problems);
        model.addAttribute("entries", found.entries());
        model.addAttribute("subjects", subjects(found.entries(), actor));
        model.addAttribute("commands", search.commands());
        model.addAttribute("paging", new Paging(shown, PAGE, found.total()));
        if (filter.stream() != null) {
            model.addAttribute("subject", subject(filter.stream(), actor).orElse(null));
        }
        if (check && filter.stream() != null) {
            model.addAttribute("check", search.check(actor, filter.stream())
                    .orElseThrow(() -> new NotFound("audit stream " + filter.stream())));
        }
        return "audit/search";
    }

    private Map<String, Subject> subjects(List<AuditEntry> entries, Actor actor) {
        return entries.stream()
                .map(AuditEntry::streamId)
                .distinct()
                .flatMap(id -> subject(id, actor).map(subject -> Map.entry(id, subject)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Who may read the trail but not the case it tells of reads the name without a link. */
    private Optional<Subject> subject(String streamId, Actor actor) {
        return search.subjectOf(streamId).map(subject -> CASES.stream()
                        .anyMatch(kind -> actor.may(Action.READ, kind, subject.scope()))
                ? subject
                : new Subject(subject.name(), subject.scope(), null));
    }

    private static LocalDate day(String field, String typed, List<Problem> problems) {
        try {
            return typed == null ? null : ThaiDates.parse(typed);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.at(field, "audit.problem.date"));
            return null;
        }
    }
}
