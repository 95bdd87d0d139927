package org.thun.disbursement.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.thun.disbursement.MoneyFixture;
import org.thun.disbursement.MoneyFixture.Case;
import org.thun.grants.GrantFixture;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.testing.ThunTest;

@ThunTest
class MoneyPagesTests {

    private static final String FIRST = "300000.00";

    @Autowired
    MockMvc mvc;

    @Autowired
    UserDetailsService users;

    @Autowired
    MoneyFixture money;

    @Autowired
    GrantFixture grants;

    @Test
    void showsTranchesGatesLedgerAndBudgetInBothLanguages() throws Exception {
        Case one = money.running("1000000.00");
        money.receipted(one, FIRST);
        money.accept(one, 1, "250000.00", "350000.00");
        for (String language : List.of("th", "en")) {
            show(one.officer(), path(one) + "?lang=" + language)
                    .andExpect(status().isOk())
                    .andExpect(content().string(allOf(
                            containsString("300,000.00"), containsString("-250,000.00"), containsString("50,012.34"),
                            not(containsString("??")))));
        }
        show(one.officer(), path(one) + "?lang=en").andExpect(content().string(allOf(
                containsString("Next: tranche 2"), containsString("8 of 8 met"),
                containsString(one.grant().path() + "/reports/1"),
                containsString(path(one) + "/tranches/1/voucher"))));
    }

    @Test
    void saysWhichGateIsClosedAndWhoMustAct() throws Exception {
        Case one = money.running("1000000.00");
        money.enterAccount();
        show(one.finance(), path(one) + "?lang=en").andExpect(content().string(allOf(
                containsString("3 of 4 met"), containsString("BR-03"),
                containsString("a programme officer or finance approver has to verify it"))));
        money.verifyAccount();
    }

    @Test
    void showsTheVoucherWithAllItsHands() throws Exception {
        Case one = money.running("1000000.00");
        money.ordered(one, FIRST);
        show(one.approver(), path(one) + "/tranches/1/voucher?lang=th").andExpect(status().isOk())
                .andExpect(content().string(allOf(
                        containsString("สามแสนบาทถ้วน"), containsString("1234567890"),
                        containsString(one.maker().name().th()), containsString(one.approver().name().th()),
                        containsString(one.board().name().th()), containsString("มติ 1/2559"))));
        show(one.approver(), path(one) + "/tranches/2/voucher").andExpect(status().isNotFound());
    }

    @Test
    void hidesTheAccountNumberFromReadersWhoNeedNotPayToIt() throws Exception {
        Case one = money.running("1000000.00");
        money.vouchered(one, FIRST);
        show(grants.ofProgramme(Role.FR), path(one) + "/tranches/1/voucher").andExpect(content().string(allOf(
                containsString("••••••7890"), not(containsString("1234567890")))));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"GL", "GC", "GF", "MT", "PO", "AP", "FM", "FA", "AU", "FR"})
    void isReadByEverybodyWhoMayReadTranches(Role role) throws Exception {
        Case one = money.running("1000000.00");
        Actor reader = role.name().startsWith("G") ? grants.ofGrantee(role) : grants.ofProgramme(role);
        show(reader, path(one)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"PR", "EV", "RV", "SA"})
    void doesNotExistForOthers(Role role) throws Exception {
        Case one = money.running("1000000.00");
        show(grants.ofProgramme(role), path(one)).andExpect(status().isNotFound());
        show(grants.ofProgramme(role), "/disbursement").andExpect(status().isNotFound());
        show(grants.person(Role.PO, ScopeKind.PROGRAMME, "another"), path(one)).andExpect(status().isNotFound());
    }

    @Test
    void listsTranchesOfTheDeskByStateWithinReach() throws Exception {
        Case one = money.running("1000000.00");
        money.requested(one, FIRST);
        show(one.maker(), "/disbursement?state=REQUESTED&lang=en").andExpect(content().string(allOf(
                containsString(path(one)), containsString("Requested"), not(containsString("??")))));
        show(one.maker(), "/disbursement?state=RETURNED_BY_BANK&programme=none&lang=en")
                .andExpect(content().string(containsString("No tranches")));
        show(grants.person(Role.FM, ScopeKind.PROGRAMME, "another"), "/disbursement?lang=en")
                .andExpect(content().string(not(containsString(path(one)))));
    }

    @Test
    void showsTheNextTrancheOnTheOverviewOfTheCase() throws Exception {
        Case one = money.running("1000000.00");
        show(one.officer(), one.grant().path() + "?lang=en").andExpect(content().string(allOf(
                containsString("Next tranche"), containsString("The agreement is effective"))));
    }

    @Test
    void showsTheGatesBesideTheOfficersForm() throws Exception {
        Case one = money.running("1000000.00");
        money.requested(one, FIRST);
        show(one.officer(), "/tasks/" + grants.task(one.id(), "task_checkTrancheGates").taskId() + "?lang=en")
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(
                        containsString("Gates of the payment"), containsString("BR-03"), not(containsString("??")))));
    }

    @Test
    void givesTranchesAndGatesToPrograms() throws Exception {
        Case one = money.running("1000000.00");
        mvc.perform(get("/api/v1/grants/{id}/tranches", one.id())
                        .param("lang", "en")
                        .with(httpBasic(one.officer().username(), GrantFixture.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(4)))
                .andExpect(jsonPath("$[0].state").value("ELIGIBLE"))
                .andExpect(jsonPath("$[0].agreed").value("300000.00"))
                .andExpect(jsonPath("$[0].gates", hasSize(4)))
                .andExpect(jsonPath("$[1].gates[0].rule").value("BR-04"))
                .andExpect(jsonPath("$[1].gates[0].met").value(false));
        mvc.perform(get("/api/v1/grants/{id}/tranches", one.id())
                        .with(httpBasic(grants.ofProgramme(Role.EV).username(), GrantFixture.PASSWORD)))
                .andExpect(status().isNotFound());
    }

    private ResultActions show(Actor actor, String address) throws Exception {
        return mvc.perform(get(address).with(user(users.loadUserByUsername(actor.username()))));
    }

    private static String path(Case one) {
        return one.grant().path() + "/money";
    }
}
