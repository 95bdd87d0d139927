package org.thun.reporting.web;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.identity.OwnAccount;
import org.thun.reporting.MonitoringPack;
import org.thun.reporting.ReportAccess;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.ReportSubscriptions;
import org.thun.reporting.ReportSubscriptions.ReportFile;
import org.thun.reporting.ReportSubscriptions.Rhythm;
import org.thun.reporting.ReportSubscriptions.Wish;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.web.Flash;
import org.thun.web.NotFound;

/** Reports that come by themselves: subscribing, ending it, and fetching what could not be mailed. */
@Controller
@RequestMapping("/grants/{id}/reports/mail")
class SubscriptionPages {

    private final ReportDesk desk;
    private final ReportSubscriptions subscriptions;
    private final CasePages cases;
    private final OwnAccount own;

    SubscriptionPages(ReportDesk desk, ReportSubscriptions subscriptions, CasePages cases, OwnAccount own) {
        this.desk = desk;
        this.subscriptions = subscriptions;
        this.cases = cases;
        this.own = own;
    }

    @GetMapping
    String all(@PathVariable String id, Actor actor, Model model) {
        return page(id, List.of(), actor, model);
    }

    @PostMapping
    String subscribe(@PathVariable String id, @RequestParam(required = false) String edition, @RequestParam Rhythm rhythm,
            @RequestParam String format, @RequestParam String lang, Actor actor, Model model, RedirectAttributes redirect) {
        Grant grant = desk.grant(id, actor);
        ReportFormat form = ReportFormat.of(format).orElse(null);
        if (form == null) {
            return page(id, List.of(Problem.at("format", "reporting.format.unknown", format, ReportDesk.formats())), actor,
                    model);
        }
        if (!lang.equals("th") && !lang.equals("en")) {
            return page(id, List.of(Problem.at("lang", "reporting.lang.unknown", lang)), actor, model);
        }
        String key = edition == null || edition.isBlank() ? ReportAccess.of(actor, grant).first() : edition;
        Outcome<String> done = subscriptions.subscribe(grant, new Wish(key, rhythm, form, lang), actor);
        if (!done.isDone()) {
            return page(id, done.problems(), actor, model);
        }
        Flash.good(redirect, subscriptions.mails() ? "reporting.mail.done" : "reporting.mail.done.noRelay");
        return "redirect:" + grant.path() + "/reports/mail";
    }

    @PostMapping("/{subscriptionId}/end")
    String end(@PathVariable String id, @PathVariable String subscriptionId, Actor actor, RedirectAttributes redirect) {
        Grant grant = desk.grant(id, actor);
        Outcome<Void> ended = subscriptions.end(subscriptionId, actor);
        if (!ended.isDone()) {
            throw new NotFound("subscription " + subscriptionId);
        }
        Flash.good(redirect, "reporting.mail.ended");
        return "redirect:" + grant.path() + "/reports/mail";
    }

    @GetMapping("/files/{deliveryId}")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String deliveryId, Actor actor) {
        Grant grant = desk.grant(id, actor);
        ReportFile file = subscriptions.file(grant, deliveryId, actor)
                .orElseThrow(() -> new NotFound("delivery " + deliveryId));
        return ReportDesk.file(file.content(), file.format(), file.name(), "report-" + grant.number());
    }

    private String page(String id, List<Problem> problems, Actor actor, Model model) {
        Grant grant = cases.open(id, MonitoringTab.PATH, actor);
        MonitoringPack pack = desk.pack(grant);
        model.addAttribute("grant", grant);
        model.addAttribute("tabs", cases.tabs(grant, actor));
        model.addAttribute("problems", problems);
        model.addAttribute("mails", subscriptions.mails());
        model.addAttribute("email", own.of(actor).email());
        model.addAttribute("editions", ReportAccess.of(actor, grant).open(pack));
        model.addAttribute("editionNames", desk.names(pack));
        model.addAttribute("rhythms", Rhythm.values());
        model.addAttribute("subscriptions", subscriptions.of(grant, actor));
        model.addAttribute("deliveries", subscriptions.deliveries(grant, actor));
        return "reporting/mail";
    }
}
