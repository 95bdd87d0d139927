package org.thun.programmes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.thun.identity.Accounts;
import org.thun.identity.Accounts.NewAccount;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.Scope;
import org.thun.identity.ScopeKind;
import org.thun.shared.Ids;
import org.thun.shared.LocalizedText;
import org.thun.testing.ThunTest;

@ThunTest
class ProgrammePagesTests {

    private static final String REFERENCE = "ldi-pracharath-2";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @ParameterizedTest
    @CsvSource({
        "'', สานพลังภาคีประชา-รัฐใน 76 จังหวัด",
        "/plan, หลักสูตรและเครือข่ายผู้ปฏิบัติการชุมชนออนไลน์",
        "/schedule, แต่ตารางระบุ 2 รุ่น",
        "/indicators, '175,474'",
        "/centres, แม่ฮ่องสอน",
        "/rules, คณะกรรมการบริหารแผน",
        "/versions, ใช้อยู่"
    })
    void referenceProgrammeIsShownOnEveryPage(String page, String text) throws Exception {
        assertThat(page(officer(), "/programmes/" + REFERENCE + page)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldi-pracharath-2", "community-crisis-microgrants", "strong-community-research"})
    void everyProgrammeIsShownOnTheSamePagesInBothLanguages(String key) throws Exception {
        Cookie reader = signedIn(new Post(Role.AU, ScopeKind.ALL, "*", LocalDate.EPOCH, null));
        for (String tab : new String[] {"", "/plan", "/schedule", "/indicators", "/centres", "/rules", "/versions"}) {
            for (String language : new String[] {"th", "en"}) {
                String html = page(reader, "/programmes/" + key + tab + "?lang=" + language);
                assertThat(html).doesNotContain("??");
            }
        }
    }

    @Test
    void programmeThatCannotRunSaysWhy() throws Exception {
        Cookie reader = signedIn(new Post(Role.AU, ScopeKind.ALL, "*", LocalDate.EPOCH, null));
        assertThat(page(reader, "/programmes/community-crisis-microgrants?lang=en"))
                .contains("No grant can be started", "reporting periods are weeks", "the grant is paid at once");
        assertThat(page(reader, "/programmes/strong-community-research/indicators?lang=en")).contains("+10", "R5");
        assertThat(page(reader, "/programmes/" + REFERENCE + "?lang=en"))
                .contains("Grants can start").doesNotContain("No grant can be started", "no grants yet");
    }

    @Test
    void scheduleShowsCalendarMonthsOnceAStartIsGiven() throws Exception {
        Cookie officer = officer();
        assertThat(page(officer, "/programmes/" + REFERENCE + "/schedule")).contains("เดือนปฏิทินเว้นไว้");
        assertThat(page(officer, "/programmes/" + REFERENCE + "/schedule?start=๑/5/2559"))
                .contains("พ.ค. 2559", "ต.ค. 2560");
        assertThat(page(officer, "/programmes/" + REFERENCE + "/schedule?start=30/2/2559")).contains("start-error");
    }

    @Test
    void centresAreFilteredByNameAndRegion() throws Exception {
        Cookie officer = officer();
        assertThat(page(officer, "/programmes/" + REFERENCE + "/centres?q=chiang&lang=en"))
                .contains("2 of 82 centres", "Chiang Mai", "Chiang Rai").doesNotContain("Phuket");
        assertThat(page(officer, "/programmes/" + REFERENCE + "/centres?region=bangkok&lang=en"))
                .contains("6 of 82 centres");
    }

    @Test
    void programmeOutsideOnesScopeDoesNotExist() throws Exception {
        String centre = Scope.centreId(REFERENCE, "TH-50");
        Cookie manager = signedIn(new Post(Role.CD, ScopeKind.CENTRE, centre, LocalDate.EPOCH, null));
        assertThat(page(manager, "/programmes/" + REFERENCE)).contains("สานพลัง");
        mvc.perform(get("/programmes/strong-community-research").cookie(manager)).andExpect(status().isNotFound());
        assertThat(page(manager, "/programmes")).doesNotContain("strong-community-research");
        mvc.perform(get("/programmes/no-such").cookie(officer())).andExpect(status().isNotFound());
        mvc.perform(get("/programmes/" + REFERENCE + "?version=99").cookie(officer())).andExpect(status().isNotFound());
        Cookie nobody = signedIn();
        mvc.perform(get("/programmes").cookie(nobody)).andExpect(status().isNotFound());
    }

    @Test
    void granteesReadTheProgrammesTheyMayApplyUnder() throws Exception {
        Cookie lead = signedIn(new Post(Role.GL, ScopeKind.ORGANISATION, Ids.next(), LocalDate.EPOCH, null));
        assertThat(page(lead, "/programmes")).contains(REFERENCE, "strong-community-research");
    }

    private String page(Cookie session, String address) throws Exception {
        return mvc.perform(get(URI.create(URI.create("http://localhost" + address).toASCIIString()))
                        .cookie(session))
                .andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString();
    }

    private Cookie officer() throws Exception {
        return signedIn(new Post(Role.PO, ScopeKind.PROGRAMME, REFERENCE, LocalDate.EPOCH, null));
    }

    private Cookie signedIn(Post... posts) throws Exception {
        String name = "reader-" + Ids.next();
        String id = accounts.create(new NewAccount(name, "a-long-password", new LocalizedText("ผู้อ่าน", null), null, false));
        for (Post post : posts) {
            accounts.appoint(id, post, null);
        }
        return mvc.perform(formLogin("/signin").user(name).password("a-long-password"))
                .andReturn().getResponse().getCookie("SESSION");
    }
}
