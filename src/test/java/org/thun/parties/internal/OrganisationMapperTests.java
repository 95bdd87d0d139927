package org.thun.parties.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.thun.audit.AuditTrail;
import org.thun.identity.Actor;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.parties.Organisation;
import org.thun.parties.Organisations;
import org.thun.parties.Organisations.NewBankAccount;
import org.thun.parties.Organisations.NewOrganisation;
import org.thun.parties.PartyPart;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.testing.ThunTest;

@ThunTest
class OrganisationMapperTests {

    private static final String PROGRAMME = "ldi-pracharath-2";
    private static final NewBankAccount ACCOUNT = new NewBankAccount("ธนาคารตัวอย่าง", "๑๒๓-๔-๕๖๗๘๙-0", "มูลนิธิตัวอย่าง");

    @Autowired
    Organisations organisations;

    @Autowired
    AuditTrail audit;

    @Autowired
    BusinessClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private Actor officer;
    private String id;

    @BeforeEach
    void enterAnOrganisation() {
        officer = actor(Role.PO, ScopeKind.PROGRAMME, PROGRAMME);
        id = organisations.create(newOrganisation(), officer).orElseThrow();
    }

    @Test
    void definitionNamesFunderGranteeAndPartners() {
        assertThat(organisations.funder(PROGRAMME).orElseThrow().code()).isEqualTo("ThaiHealth");
        assertThat(organisations.grantees(PROGRAMME).get(0).code()).isEqualTo("LDI");
        Organisation partner = organisations.findByCode("SPJ").orElseThrow();
        assertThat(organisations.partsOf(partner.id())).isEqualTo(Map.of(PROGRAMME, Set.of(PartyPart.PARTNER)));
    }

    @Test
    void officerEntersAnOrganisationOfTheirProgrammeOnly() {
        assertThat(organisations.find(id)).isPresent();
        assertThat(organisations.partsOf(id)).isEqualTo(Map.of(PROGRAMME, Set.of(PartyPart.GRANTEE)));
        assertThat(keys(organisations.create(newOrganisation(), actor(Role.PO, ScopeKind.PROGRAMME, "other"))))
                .containsExactly("parties.problem.create_not_allowed");
        assertThat(keys(organisations.create(newOrganisation(), actor(Role.AU, ScopeKind.ALL, "*"))))
                .containsExactly("parties.problem.create_not_allowed");
    }

    @Test
    void codeIsTakenOnce() {
        String code = organisations.find(id).orElseThrow().code();
        assertThat(keys(organisations.create(
                new NewOrganisation(PROGRAMME, code, new LocalizedText("ซ้ำ", null), null), officer)))
                .containsExactly("parties.problem.code_taken");
    }

    @Test
    @DisplayName("BR-03: an account becomes payable when a second person verifies it against the bank's letter")
    void accountIsVerifiedBySomebodyElse() {
        Actor finance = actor(Role.GF, ScopeKind.ORGANISATION, id);
        assertThat(organisations.enterBankAccount(id, ACCOUNT, finance).isDone()).isTrue();
        assertThat(organisations.find(id).orElseThrow().bankAccount().accountNumber()).isEqualTo("1234567890");
        assertThat(organisations.find(id).orElseThrow().payable()).isFalse();

        assertThat(keys(organisations.verifyBankAccount(id, "1234567891", officer)))
                .containsExactly("parties.problem.number_differs");
        assertThat(organisations.verifyBankAccount(id, "123-4-56789-0", officer).isDone()).isTrue();
        assertThat(organisations.find(id).orElseThrow().payable()).isTrue();
        assertThat(jdbc.queryForObject("SELECT account_verified_by FROM organisation_party WHERE id = ?", String.class, id))
                .isEqualTo(officer.accountId());
        assertThat(audit.stream(id)).extracting(entry -> entry.command()).containsExactly(
                "organisation.create", "organisation.enterBankAccount", "organisation.verifyBankAccount");
    }

    @Test
    @DisplayName("SD1: who entered an account cannot verify it")
    void ownEntryCannotBeVerified() {
        organisations.enterBankAccount(id, ACCOUNT, officer).orElseThrow();
        Outcome<Void> outcome = organisations.verifyBankAccount(id, "1234567890", officer);
        assertThat(outcome.problems()).extracting(Problem::rule).containsExactly("SD1");
        assertThat(organisations.find(id).orElseThrow().payable()).isFalse();
    }

    @Test
    void changedAccountMustBeVerifiedAgain() {
        organisations.enterBankAccount(id, ACCOUNT, officer).orElseThrow();
        organisations.verifyBankAccount(id, "1234567890", actor(Role.FA, ScopeKind.ALL, "*")).orElseThrow();
        organisations.enterBankAccount(id, new NewBankAccount("ธนาคารอื่น", "9876543210", "ชื่อ"), officer).orElseThrow();
        assertThat(organisations.find(id).orElseThrow().payable()).isFalse();
    }

    @Test
    void strangersNeitherSeeNorTouchAnOrganisation() {
        Actor stranger = actor(Role.GL, ScopeKind.ORGANISATION, Ids.next());
        assertThat(organisations.visible(id, stranger)).isFalse();
        assertThat(organisations.visibleTo(stranger)).isEmpty();
        assertThat(keys(organisations.enterBankAccount(id, ACCOUNT, stranger)))
                .containsExactly("parties.problem.account_not_allowed");
        assertThat(organisations.visible(id, officer)).isTrue();
        assertThat(organisations.visibleTo(actor(Role.GL, ScopeKind.ORGANISATION, id)))
                .extracting(Organisation::id).containsExactly(id);
    }

    @Test
    void brokenAccountIsRefusedFieldByField() {
        assertThat(organisations.enterBankAccount(id, new NewBankAccount(" ", "12ab", ""), officer).problems())
                .extracting(Problem::field).containsExactly("bankName", "accountNumber", "accountName");
    }

    private NewOrganisation newOrganisation() {
        return new NewOrganisation(PROGRAMME, Ids.next(), new LocalizedText("มูลนิธิตัวอย่าง", "Sample foundation"), null);
    }

    private Actor actor(Role role, ScopeKind kind, String scopeId) {
        String account = Ids.next();
        Post post = new Post(role, kind, scopeId, clock.today(), null);
        return new Actor(account, account, new LocalizedText("ผู้ทดสอบ", null), List.of(post), null);
    }

    private static List<String> keys(Outcome<?> outcome) {
        return outcome.problems().stream().map(Problem::messageKey).toList();
    }
}
