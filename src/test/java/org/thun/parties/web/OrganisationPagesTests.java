package org.thun.parties.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.thun.identity.Accounts;
import org.thun.identity.Accounts.NewAccount;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.parties.Organisation;
import org.thun.parties.Organisations;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.testing.ThunTest;

@ThunTest
class OrganisationPagesTests {

    private static final String PROGRAMME = "ldi-pracharath-2";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisations organisations;

    private Cookie officer;
    private Organisation added;

    @BeforeEach
    void officerAddsAnOrganisation() throws Exception {
        officer = signedIn(Role.PO, ScopeKind.PROGRAMME, PROGRAMME);
        String code = Ids.next();
        mvc.perform(post("/organisations/new").cookie(officer).with(csrf())
                        .param("programmeKey", PROGRAMME).param("code", code).param("nameTh", "มูลนิธิทดสอบ " + code))
                .andExpect(status().is3xxRedirection());
        added = organisations.findByCode(code).orElseThrow();
    }

    @Test
    void accountIsEnteredByOneAndVerifiedByAnother() throws Exception {
        Cookie finance = signedIn(Role.GF, ScopeKind.ORGANISATION, added.id());
        mvc.perform(post(address("/bank-account")).cookie(finance).with(csrf())
                        .param("bankName", "ธนาคารทดสอบ").param("accountNumber", "123-4-56789-0")
                        .param("accountName", "มูลนิธิทดสอบ"))
                .andExpect(redirectedUrl(address("")));
        assertThat(page(finance, address("?lang=en"))).contains("1234567890").doesNotContain("Confirm that they agree");
        assertThat(page(officer, address("?lang=en"))).contains("Confirm that they agree");

        String refused = mvc.perform(post(address("/bank-account/verify")).cookie(officer).with(csrf())
                        .param("confirmedNumber", "1111111111"))
                .andExpect(status().isUnprocessableEntity())
                .andReturn().getResponse().getContentAsString();
        assertThat(refused).contains("confirmedNumber-error");

        mvc.perform(post(address("/bank-account/verify")).cookie(officer).with(csrf())
                        .param("confirmedNumber", "1234567890"))
                .andExpect(redirectedUrl(address("")));
        assertThat(organisations.find(added.id()).orElseThrow().payable()).isTrue();
    }

    @Test
    void readersSeeOnlyTheEndOfAnAccountNumber() throws Exception {
        mvc.perform(post(address("/bank-account")).cookie(officer).with(csrf())
                .param("bankName", "ธนาคารทดสอบ").param("accountNumber", "9876543210").param("accountName", "ชื่อ"));
        assertThat(page(signedIn(Role.AU, ScopeKind.ALL, "*"), address("")))
                .contains("••••••3210").doesNotContain("9876543210");
    }

    @Test
    void brokenFormComesBackWithWhatWasTyped() throws Exception {
        String html = mvc.perform(post(address("/bank-account")).cookie(officer).with(csrf())
                        .param("bankName", "ธนาคารทดสอบ").param("accountNumber", "12x").param("accountName", ""))
                .andExpect(status().isUnprocessableEntity())
                .andReturn().getResponse().getContentAsString();
        assertThat(html).contains("12x", "accountNumber-error", "accountName-error").doesNotContain("bankName-error");
    }

    @Test
    void organisationOfOthersDoesNotExist() throws Exception {
        Cookie stranger = signedIn(Role.GL, ScopeKind.ORGANISATION, Ids.next());
        mvc.perform(get(address("")).cookie(stranger)).andExpect(status().isNotFound());
        mvc.perform(post(address("/bank-account")).cookie(stranger).with(csrf())
                        .param("bankName", "x").param("accountNumber", "1234567890").param("accountName", "x"))
                .andExpect(status().isNotFound());
        mvc.perform(get("/organisations/new").cookie(stranger)).andExpect(status().isNotFound());
        assertThat(page(stranger, "/organisations")).doesNotContain(added.name().th());
        assertThat(page(officer, "/organisations")).contains(added.name().th());
    }

    private String address(String rest) {
        return "/organisations/" + added.id() + rest;
    }

    private String page(Cookie session, String address) throws Exception {
        String html = mvc.perform(get(address).cookie(session))
                .andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString();
        assertThat(html).doesNotContain("??");
        return html;
    }

    private Cookie signedIn(Role role, ScopeKind kind, String scopeId) throws Exception {
        String name = role.name() + "-" + Ids.next();
        String id = accounts.create(new NewAccount(name, "a-long-password", new LocalizedText("ผู้ใช้", null), null, false));
        accounts.appoint(id, new Post(role, kind, scopeId, LocalDate.EPOCH, null), null);
        return mvc.perform(formLogin("/signin").user(name).password("a-long-password"))
                .andReturn().getResponse().getCookie("SESSION");
    }
}
