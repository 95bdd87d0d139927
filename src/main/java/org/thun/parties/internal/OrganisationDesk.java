package org.thun.parties.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thun.audit.AuditEvent;
import org.thun.audit.AuditTrail;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.parties.AccountInUse;
import org.thun.parties.Organisation;
import org.thun.parties.Organisations;
import org.thun.parties.PartyPart;
import org.thun.parties.internal.OrganisationMapper.PartRow;
import org.thun.programmes.ProgrammeSummary;
import org.thun.programmes.Programmes;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.shared.ThaiDigits;
import org.thun.shared.ThaiOrder;

@Service
@Transactional
class OrganisationDesk implements Organisations {

    private static final List<Role> OFFICER = List.of(Role.PO);
    private static final List<Role> ENTERING = List.of(Role.GL, Role.GF, Role.PO);
    private static final List<Role> VERIFYING = List.of(Role.FA, Role.PO);
    private static final String OBJECT = "organisation";

    private final OrganisationMapper organisations;
    private final Programmes programmes;
    private final AuditTrail audit;
    private final BusinessClock clock;
    /** Who pays depends on this module, and is therefore found only when asked for. */
    private final ObjectProvider<AccountInUse> uses;

    OrganisationDesk(
            OrganisationMapper organisations,
            Programmes programmes,
            AuditTrail audit,
            BusinessClock clock,
            ObjectProvider<AccountInUse> uses) {
        this.organisations = organisations;
        this.programmes = programmes;
        this.audit = audit;
        this.clock = clock;
        this.uses = uses;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Organisation> find(String organisationId) {
        return organisations.find(organisationId).map(OrganisationRow::toOrganisation);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Organisation> findByCode(String code) {
        return organisations.findByCode(code).map(OrganisationRow::toOrganisation);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Organisation> visibleTo(Actor actor) {
        Map<String, List<String>> programmesOf = organisations.parts().stream()
                .collect(groupingBy(PartRow::organisationId, mapping(PartRow::programmeKey, toList())));
        return organisations.all().stream()
                .filter(row -> covers(actor, row.id(), programmesOf.getOrDefault(row.id(), List.of())))
                .map(OrganisationRow::toOrganisation)
                .sorted(ThaiOrder.by(organisation -> organisation.name().th()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean visible(String organisationId, Actor actor) {
        return covers(actor, organisationId, partsOf(organisationId).keySet());
    }

    private static boolean covers(Actor actor, String organisationId, Iterable<String> programmeKeys) {
        return scopes(organisationId, programmeKeys).stream()
                .anyMatch(scope -> actor.readingPosts().stream().anyMatch(post -> post.covers(scope)));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Set<PartyPart>> partsOf(String organisationId) {
        return organisations.partsOf(organisationId).stream()
                .collect(groupingBy(PartRow::programmeKey, LinkedHashMap::new, mapping(PartRow::part, toSet())));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Organisation> grantees(String programmeKey) {
        return organisations.ofProgramme(programmeKey, PartyPart.GRANTEE).stream()
                .map(OrganisationRow::toOrganisation)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Organisation> funder(String programmeKey) {
        return organisations.ofProgramme(programmeKey, PartyPart.FUNDER).stream()
                .findFirst()
                .map(OrganisationRow::toOrganisation);
    }

    @Override
    @Transactional(readOnly = true)
    public Abilities abilities(String organisationId, Actor actor) {
        boolean verifiable = find(organisationId)
                .map(Organisation::bankAccount)
                .filter(account -> !account.verified() && !account.enteredBy().equals(actor.accountId()))
                .isPresent();
        return new Abilities(
                roleFor(ENTERING, organisationId, actor).isPresent(),
                find(organisationId).filter(this::changesByAmendment).isPresent(),
                verifiable && roleFor(VERIFYING, organisationId, actor).isPresent());
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> programmesToCreateIn(Actor actor) {
        return programmes.all().stream()
                .map(ProgrammeSummary::key)
                .filter(key -> actor.firstHeld(OFFICER, Scope.ofProgramme(key)).isPresent())
                .toList();
    }

    @Override
    public Outcome<String> create(NewOrganisation organisation, Actor actor) {
        Optional<Role> role = actor.firstHeld(OFFICER, Scope.ofProgramme(organisation.programmeKey()));
        if (role.isEmpty()) {
            return Outcome.refused(Problem.of("parties.problem.create_not_allowed"));
        }
        if (programmes.current(organisation.programmeKey()).isEmpty()) {
            return Outcome.refused(Problem.at("programmeKey", "parties.problem.no_programme"));
        }
        if (!organisation.code().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
            return Outcome.refused(Problem.at("code", "parties.problem.bad_code"));
        }
        if (organisation.name().th().length() > 300) {
            return Outcome.refused(Problem.at("nameTh", "parties.problem.name_long"));
        }
        if (organisations.findByCode(organisation.code()).isPresent()) {
            return Outcome.refused(Problem.at("code", "parties.problem.code_taken", organisation.code()));
        }
        String id = Ids.next();
        organisations.insert(OrganisationRow.withoutAccount(
                id, organisation.code(), organisation.abbreviation(), organisation.name()), clock.dateTime());
        organisations.insertPart(new PartRow(organisation.programmeKey(), id, PartyPart.GRANTEE));
        audit.record(actor.as(role.get()), AuditEvent.of(id, "organisation.create", OBJECT, id).with(organisation));
        return Outcome.done(id);
    }

    @Override
    public Outcome<Void> enterBankAccount(String organisationId, NewBankAccount account, Actor actor) {
        Optional<Organisation> organisation = organisations.lock(organisationId).map(OrganisationRow::toOrganisation);
        if (organisation.isEmpty()) {
            return Outcome.refused(Problem.of("parties.problem.no_organisation"));
        }
        Optional<Role> role = roleFor(ENTERING, organisationId, actor);
        if (role.isEmpty()) {
            return Outcome.refused(Problem.of("parties.problem.account_not_allowed").under("SD8"));
        }
        if (changesByAmendment(organisation.get())) {
            return Outcome.refused(Problem.of("parties.problem.account_by_amendment").under("SD8"));
        }
        NewBankAccount entered = new NewBankAccount(
                account.bankName().strip(), digits(account.accountNumber()), account.accountName().strip());
        List<Problem> problems = check(entered);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        organisations.enterAccount(organisationId, entered, actor.accountId(), clock.dateTime());
        audit.record(actor.as(role.get()),
                AuditEvent.of(organisationId, "organisation.enterBankAccount", OBJECT, organisationId).with(entered));
        return Outcome.done();
    }

    private boolean changesByAmendment(Organisation organisation) {
        return organisation.bankAccount() != null
                && organisation.bankAccount().verified()
                && uses.stream().anyMatch(use -> use.paysTo(organisation.id()));
    }

    static List<Problem> check(NewBankAccount account) {
        List<Problem> problems = new ArrayList<>();
        if (account.bankName().isEmpty() || account.bankName().length() > 100) {
            problems.add(Problem.at("bankName", "parties.problem.bank_name"));
        }
        if (!account.accountNumber().matches("\\d{10,15}")) {
            problems.add(Problem.at("accountNumber", "parties.problem.account_number"));
        }
        if (account.accountName().isEmpty() || account.accountName().length() > 200) {
            problems.add(Problem.at("accountName", "parties.problem.account_name"));
        }
        return problems;
    }

    @Override
    public Outcome<Void> verifyBankAccount(String organisationId, String accountNumber, Actor actor) {
        Organisation organisation =
                organisations.lock(organisationId).map(OrganisationRow::toOrganisation).orElse(null);
        if (organisation == null) {
            return Outcome.refused(Problem.of("parties.problem.no_organisation"));
        }
        Optional<Role> role = roleFor(VERIFYING, organisationId, actor);
        if (role.isEmpty()) {
            return Outcome.refused(Problem.of("parties.problem.verify_not_allowed").under("SD8"));
        }
        if (organisation.bankAccount() == null) {
            return Outcome.refused(Problem.of("parties.problem.no_account"));
        }
        if (organisation.bankAccount().verified()) {
            return Outcome.refused(Problem.of("parties.problem.already_verified"));
        }
        if (organisation.bankAccount().enteredBy().equals(actor.accountId())) {
            return Outcome.refused(Problem.of("parties.problem.verify_own").under("SD1"));
        }
        if (!digits(accountNumber).equals(organisation.bankAccount().accountNumber())) {
            return Outcome.refused(Problem.at("confirmedNumber", "parties.problem.number_differs"));
        }
        organisations.verifyAccount(organisationId, actor.accountId(), clock.dateTime());
        audit.record(actor.as(role.get()),
                AuditEvent.of(organisationId, "organisation.verifyBankAccount", OBJECT, organisationId));
        return Outcome.done();
    }

    private Optional<Role> roleFor(List<Role> roles, String organisationId, Actor actor) {
        return scopes(organisationId, partsOf(organisationId).keySet()).stream()
                .flatMap(scope -> actor.firstHeld(roles, scope).stream())
                .findFirst();
    }

    /** Where an organisation belongs: by itself, and in each programme it takes part in. */
    private static List<Scope> scopes(String organisationId, Iterable<String> programmeKeys) {
        Stream.Builder<Scope> scopes = Stream.builder();
        scopes.add(Scope.ofApplicant(null, organisationId));
        programmeKeys.forEach(key -> scopes.add(Scope.ofApplicant(key, organisationId)));
        return scopes.build().toList();
    }

    static String digits(String accountNumber) {
        return ThaiDigits.toWestern(accountNumber).replaceAll("[\\s-]", "");
    }
}
