package org.thun.parties.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.identity.Accounts;
import org.thun.identity.Actor;
import org.thun.parties.BankAccount;
import org.thun.parties.Organisation;
import org.thun.parties.Organisations;
import org.thun.parties.Organisations.NewBankAccount;
import org.thun.parties.Organisations.NewOrganisation;
import org.thun.parties.PartyPart;
import org.thun.programmes.Programmes;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.web.Flash;
import org.thun.web.NotFound;

/** The organisations and their bank accounts. */
@Controller
class OrganisationPages {

    private final Organisations organisations;
    private final Programmes programmes;
    private final Accounts accounts;

    OrganisationPages(Organisations organisations, Programmes programmes, Accounts accounts) {
        this.organisations = organisations;
        this.programmes = programmes;
        this.accounts = accounts;
    }

    @GetMapping("/organisations")
    String list(Actor actor, Model model) {
        model.addAttribute("organisations", organisations.visibleTo(actor));
        model.addAttribute("mayCreate", !organisations.programmesToCreateIn(actor).isEmpty());
        return "parties/list";
    }

    @GetMapping("/organisations/new")
    String blank(Actor actor, Model model) {
        return newPage(new NewForm("", "", "", "", ""), List.of(), actor, model);
    }

    @PostMapping("/organisations/new")
    String create(NewForm form, Actor actor, Model model, RedirectAttributes redirect, HttpServletResponse response) {
        if (form.nameTh().isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return newPage(form, List.of(Problem.at("nameTh", "parties.problem.name_missing")), actor, model);
        }
        Outcome<String> outcome = organisations.create(form.toOrganisation(), actor);
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return newPage(form, outcome.problems(), actor, model);
        }
        Flash.good(redirect, "parties.done.created", form.nameTh());
        return "redirect:/organisations/" + outcome.orElseThrow();
    }

    @GetMapping("/organisations/{id}")
    String organisation(@PathVariable String id, Actor actor, Model model) {
        return page(id, List.of(), new AccountForm("", "", ""), actor, model);
    }

    @PostMapping("/organisations/{id}/bank-account")
    String enterAccount(
            @PathVariable String id,
            AccountForm form,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        mustSee(id, actor);
        Outcome<Void> outcome = organisations.enterBankAccount(
                id, new NewBankAccount(form.bankName(), form.accountNumber(), form.accountName()), actor);
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(id, outcome.problems(), form, actor, model);
        }
        Flash.good(redirect, "parties.done.account_entered");
        return "redirect:/organisations/" + id;
    }

    @PostMapping("/organisations/{id}/bank-account/verify")
    String verifyAccount(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String confirmedNumber,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        mustSee(id, actor);
        Outcome<Void> outcome = organisations.verifyBankAccount(id, confirmedNumber, actor);
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(id, outcome.problems(), new AccountForm("", "", ""), actor, model);
        }
        Flash.good(redirect, "parties.done.account_verified");
        return "redirect:/organisations/" + id;
    }

    private String newPage(NewForm form, List<Problem> problems, Actor actor, Model model) {
        List<String> keys = organisations.programmesToCreateIn(actor);
        if (keys.isEmpty()) {
            throw new NotFound("form for a new organisation");
        }
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("programmes", programmes.all().stream().filter(p -> keys.contains(p.key())).toList());
        return "parties/new";
    }

    private String page(String id, List<Problem> problems, AccountForm form, Actor actor, Model model) {
        Organisation organisation = mustSee(id, actor);
        BankAccount account = organisation.bankAccount();
        model.addAttribute("organisation", organisation);
        model.addAttribute("parts", parts(organisations.partsOf(id)));
        model.addAttribute("abilities", organisations.abilities(id, actor));
        model.addAttribute("problems", problems);
        model.addAttribute("form", form);
        model.addAttribute("enteredBy", account == null ? null : nameOf(account.enteredBy()));
        model.addAttribute("verifiedBy", account == null ? null : nameOf(account.verifiedBy()));
        return "parties/organisation";
    }

    private Organisation mustSee(String id, Actor actor) {
        return organisations.find(id)
                .filter(organisation -> organisations.visible(id, actor))
                .orElseThrow(() -> new NotFound("organisation " + id));
    }

    /** What an organisation is in a programme. */
    record Part(String programmeKey, LocalizedText programme, List<PartyPart> parts) {}

    private List<Part> parts(Map<String, Set<PartyPart>> byProgramme) {
        return new TreeMap<>(byProgramme).entrySet().stream()
                .map(entry -> new Part(
                        entry.getKey(),
                        programmes.current(entry.getKey()).orElseThrow().title(),
                        entry.getValue().stream().sorted().toList()))
                .toList();
    }

    private LocalizedText nameOf(String accountId) {
        return accountId == null ? null : accounts.nameOf(accountId).orElse(null);
    }

    /** The form of a new organisation, as typed. */
    record NewForm(String programmeKey, String code, String nameTh, String nameEn, String abbreviation) {

        NewForm {
            programmeKey = typed(programmeKey);
            code = typed(code);
            nameTh = typed(nameTh);
            nameEn = typed(nameEn);
            abbreviation = typed(abbreviation);
        }

        NewOrganisation toOrganisation() {
            return new NewOrganisation(programmeKey, code, new LocalizedText(nameTh, nameEn),
                    abbreviation.isEmpty() ? null : abbreviation);
        }
    }

    /** The form of a bank account, as typed. */
    record AccountForm(String bankName, String accountNumber, String accountName) {

        AccountForm {
            bankName = typed(bankName);
            accountNumber = typed(accountNumber);
            accountName = typed(accountName);
        }
    }

    private static String typed(String text) {
        return text == null ? "" : text.strip();
    }
}
