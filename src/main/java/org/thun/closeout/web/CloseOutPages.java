package org.thun.closeout.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.thun.closeout.CloseOutDossier;
import org.thun.closeout.CloseOutState;
import org.thun.closeout.CloseOutDossier.Version;
import org.thun.closeout.ClosingDesk;
import org.thun.closeout.GrantArchive;
import org.thun.closeout.Successors;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.programmes.FormKind;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.tasks.OpenTask;
import org.thun.tasks.TaskDesk;
import org.thun.web.NotFound;

/** The closing of a grant: what is still missing, the closing account, documents, refunds and decisions. */
@Controller
class CloseOutPages {

    private final CasePages cases;
    private final ClosingDesk desk;
    private final Successors successors;
    private final GrantArchive archive;
    private final Programmes programmes;
    private final TaskDesk tasks;

    CloseOutPages(
            CasePages cases,
            ClosingDesk desk,
            Successors successors,
            GrantArchive archive,
            Programmes programmes,
            TaskDesk tasks) {
        this.cases = cases;
        this.desk = desk;
        this.successors = successors;
        this.archive = archive;
        this.programmes = programmes;
        this.tasks = tasks;
    }

    @GetMapping("/grants/{grantId}/close-out")
    String closeOut(@PathVariable String grantId, Actor actor, Model model) {
        Grant grant = cases.open(grantId, CloseOutTab.PATH, actor);
        CloseOutDossier file =
                desk.ofGrant(grantId).orElseThrow(() -> new NotFound("close-out of grant " + grantId));
        boolean acceptedOnly = actor.readsAcceptedOnly(ObjectKind.CLOSE_OUT, grant.scope());
        model.addAttribute("grant", grant);
        model.addAttribute("tabs", cases.tabs(grant, actor));
        model.addAttribute("file", file);
        model.addAttribute("account", desk.account(grantId));
        model.addAttribute("checks", desk.closingChecks(file.id()));
        model.addAttribute("printable", !acceptedOnly || file.state() == CloseOutState.CLOSED);
        model.addAttribute("versions", versions(file, acceptedOnly));
        model.addAttribute("decisions", acceptedOnly ? List.of() : file.decisions());
        model.addAttribute("refunds", acceptedOnly ? List.of() : file.refunds());
        ProgrammeDefinition definition = programmes.version(grant.programmeKey(), grant.programmeVersion());
        model.addAttribute("definition", definition);
        model.addAttribute("formCode", definition.formCode(FormKind.CLOSING_FINANCE_REPORT));
        model.addAttribute("successor",
                successors.mayDraft(grant, actor) || successors.ofGrant(grantId).isPresent());
        model.addAttribute("retention", archive.retention(grant).orElse(null));
        model.addAttribute("mayArchive", archive.mayRead(grant, actor));
        model.addAttribute("waiting", waiting(grant, file, actor));
        return "closeout/closeout";
    }

    /** Newest first; a mere reader of accepted data sees the accepted documents alone (BR-50). */
    private static List<Version> versions(CloseOutDossier file, boolean acceptedOnly) {
        if (acceptedOnly) {
            return file.state().documentsAccepted() ? file.newest().stream().toList() : List.of();
        }
        List<Version> versions = new ArrayList<>(file.versions());
        Collections.reverse(versions);
        return versions;
    }

    /** The steps that wait now; those who can do one are led there. */
    private List<Waiting> waiting(Grant grant, CloseOutDossier file, Actor actor) {
        return tasks.ofCase(grant.id()).stream()
                .filter(task -> task.businessKey().equals(file.id()))
                .map(task -> new Waiting(task, tasks.open(task.taskId(), actor).isPresent()))
                .toList();
    }

    /** An open step, and whether the reader can do it. */
    record Waiting(OpenTask task, boolean mine) {}
}
