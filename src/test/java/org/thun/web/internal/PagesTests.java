package org.thun.web.internal;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.mockito.BDDMockito.given;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.DispatcherServlet;
import org.thun.identity.Actor;
import org.thun.identity.CurrentActor;
import org.thun.identity.Post;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.shared.BusinessClock;
import org.thun.shared.LocalizedText;
import org.thun.shared.Money;
import org.thun.shared.Problem;
import org.thun.tasks.FactSheet;
import org.thun.web.Flash;
import org.thun.web.Formats;
import org.thun.web.NavigationEntry;
import org.thun.web.NotFound;
import org.thun.web.Paging;

// The frame alone: guards of other rooms want those rooms.
@WebMvcTest(
        controllers = {ErrorPages.class, PagesTests.TestPage.class},
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = "org\\.thun\\.closeout\\..*"))
@AutoConfigureMockMvc(addFilters = false)
@Import({WebConfiguration.class, Conflicts.class, Formats.class, Shell.class, Assets.class, PagesTests.TestPage.class})
class PagesTests {

    @Autowired
    private MockMvc mvc;

    @MockitoBean
    private CurrentActor currentActor;

    @Test
    void framesAPageInThaiUnlessAskedOtherwise() throws Exception {
        mvc.perform(get("/test-page").header("Accept-Language", "en-GB"))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(
                        containsString("<html lang=\"th\">"),
                        containsString("<title>หน้าทดสอบ</title>"),
                        containsString("วันที่ในระบบ"),
                        containsString("15 กุมภาพันธ์ 2560"),
                        containsString("href=\"/assets/app-"),
                        containsString("ขอได้ไม่เกิน"),
                        not(containsString("??")))));
    }

    @Test
    void switchesLanguageOnTheSamePageAndRemembersIt() throws Exception {
        mvc.perform(get(URI.create("/test-page?q=%E0%B8%81&page=2&lang=en")))
                .andExpect(content().string(allOf(
                        containsString("<html lang=\"en\">"),
                        containsString("15 February 2017"),
                        containsString("href=\"/test-page?q=%E0%B8%81&amp;page=2&amp;lang=th\""))))
                .andExpect(cookie().value("lang", "en"));
        mvc.perform(get("/test-page").cookie(new Cookie("lang", "en")))
                .andExpect(content().string(containsString("System date")));
    }

    @Test
    void ignoresLanguagesItDoesNotSpeak() throws Exception {
        mvc.perform(get("/test-page?lang=fr")).andExpect(content().string(containsString("<html lang=\"th\">")));
        mvc.perform(get("/test-page").cookie(new Cookie("lang", "xx'\"")))
                .andExpect(content().string(containsString("<html lang=\"th\">")));
    }

    @Test
    void namesThePersonAndTheirRolesAndShowsOnlyTheirPlaces() throws Exception {
        signIn();
        mvc.perform(get("/test-page"))
                .andExpect(content().string(allOf(
                        containsString("มาลี สมมุติ"),
                        containsString("เจ้าหน้าที่บริหารแผนงาน"),
                        containsString("<a href=\"/\">งานของฉัน</a>"),
                        containsString("<a href=\"/test-page\" aria-current=\"page\">หน้าทดสอบ</a>"),
                        not(containsString("href=\"/money\"")))));
    }

    @Test
    void showsErrorPagesEvenWhenThePersonCannotBeRead() throws Exception {
        given(currentActor.isPresent()).willReturn(true);
        given(currentActor.get()).willThrow(new DataAccessResourceFailureException("database is down"));
        mvc.perform(failed(500, "/grants/1"))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(containsString("ระบบขัดข้อง")));
    }

    @Test
    void writesFactsByTheirTypeAndRulesWithTheirState() throws Exception {
        mvc.perform(get("/test-page").cookie(new Cookie("lang", "en")))
                .andExpect(content().string(allOf(
                        containsString("<a href=\"/grants/1/money\">250,000.00</a>"),
                        containsString("<td class=\"num\">12.00</td>"),
                        containsString("<td>–</td>"),
                        containsString("BR-04"),
                        containsString("Not met"))));
    }

    @Test
    void offersTheSignInPageInBothLanguages() throws Exception {
        mvc.perform(get("/signin")).andExpect(content().string(containsString("รหัสผ่าน")));
        mvc.perform(get("/signin?error&lang=en")).andExpect(content().string(containsString("is not right")));
    }

    @Test
    void linksEachProblemToItsFieldAndNamesTheRule() throws Exception {
        mvc.perform(get("/test-page").cookie(new Cookie("lang", "en")))
                .andExpect(content().string(allOf(
                        containsString("Not done yet: please correct 2 items"),
                        containsString("<a href=\"#amount\">The amount 5,000.00"),
                        containsString("id=\"amount-error\""),
                        containsString("Rule BR-04"))));
    }

    @Test
    void keepsFiltersWhenTurningPages() throws Exception {
        mvc.perform(get("/test-page?state=OPEN&page=2"))
                .andExpect(content().string(allOf(
                        containsString("21–40 จาก 1,045 รายการ"),
                        containsString("href=\"/test-page?state=OPEN&amp;page=3\""),
                        containsString("aria-current=\"page\""))));
    }

    @Test
    void showsWhatWasDoneOnTheNextPage() throws Exception {
        mvc.perform(get("/test-page").flashAttr(Flash.ATTRIBUTE, new Flash("good", "web.signin.signedout", List.of())))
                .andExpect(content().string(allOf(containsString("flash-good"), containsString("ออกจากระบบแล้ว"))));
    }

    @Test
    void answersUnseenObjectsWithNotFound() throws Exception {
        mvc.perform(get("/test-page/unseen")).andExpect(status().isNotFound());
    }

    @Test
    void tellsTheSlowerOfTwoPeopleThatSomeoneWasFaster() throws Exception {
        mvc.perform(post("/test-page/race")).andExpect(status().isConflict());
        mvc.perform(failed(409, "/grants/1"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("มีผู้อื่นทำรายการนี้ไปก่อนแล้ว")));
    }

    @Test
    void explainsAFailureWithAReferenceAndWithoutItsInsides() throws Exception {
        mvc.perform(failed(500, "/grants/1")
                        .requestAttr(DispatcherServlet.EXCEPTION_ATTRIBUTE, new IllegalStateException("secret detail")))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(allOf(
                        containsString("ระบบขัดข้อง"),
                        containsString("รหัสอ้างอิง"),
                        containsString("href=\"/grants/1?lang=en\""),
                        not(containsString("secret detail")),
                        not(containsString("IllegalState")))));
    }

    @Test
    void answersProgramsWithProblemDetails() throws Exception {
        mvc.perform(failed(404, "/api/v1/grants/1").header("Accept-Language", "en"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(404))
                .andExpect(jsonPath("$.title").value("ไม่พบหน้านี้"))
                .andExpect(jsonPath("$.instance").value("/api/v1/grants/1"))
                .andExpect(jsonPath("$.reference").value(matchesPattern("[0-9a-z]{10}")));
        mvc.perform(failed(409, "/tasks/1/form").accept(MediaType.APPLICATION_JSON))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(409));
    }

    @Test
    void borrowsTheNearestTextForRareFailures() throws Exception {
        mvc.perform(failed(415, "/x")).andExpect(status().isUnsupportedMediaType())
                .andExpect(content().string(containsString("คำขอไม่ถูกต้อง")));
        mvc.perform(failed(503, "/x")).andExpect(status().isServiceUnavailable())
                .andExpect(content().string(containsString("ระบบขัดข้อง")));
        mvc.perform(get("/error")).andExpect(status().isNotFound());
    }

    @Test
    void letsBrowsersKeepBuiltFilesForEver() throws Exception {
        mvc.perform(get("/assets/manifest.json"))
                .andExpect(header().string("Cache-Control", containsString("immutable")));
    }

    private void signIn() {
        Post officer = new Post(Role.PO, ScopeKind.PROGRAMME, "p", LocalDate.of(2016, 1, 1), null);
        given(currentActor.isPresent()).willReturn(true);
        given(currentActor.get())
                .willReturn(new Actor("a", "po", new LocalizedText("มาลี สมมุติ", null), List.of(officer), null));
    }

    private static MockHttpServletRequestBuilder failed(int status, String path) {
        return get("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, path);
    }

    @TestConfiguration
    static class Beans {
        @Bean
        BusinessClock clock() {
            return () -> Instant.parse("2017-02-15T03:00:00Z");
        }

        @Bean
        NavigationEntry work() {
            return NavigationEntry.of(100, "/", "web-test.work", actor -> true);
        }

        @Bean
        NavigationEntry page() {
            return NavigationEntry.of(300, "/test-page", "web-test.page", actor -> true);
        }

        @Bean
        NavigationEntry money() {
            return NavigationEntry.of(200, "/money", "web-test.money", actor -> actor.roles().contains(Role.FM));
        }
    }

    @Controller
    static class TestPage {

        @GetMapping("/test-page")
        String show(@RequestParam(required = false) Integer page, Model model) {
            model.addAttribute("heading", "หน้าทดสอบ");
            model.addAttribute("due", LocalDate.of(2017, 2, 12));
            model.addAttribute("paging", new Paging(Paging.pageOf(page), 20, 1045));
            model.addAttribute("facts", FactSheet.of(
                    new FactSheet.Section("web-test.page",
                            List.of(new FactSheet.Fact("web-test.money", Money.ofBaht(250_000), "/grants/1/money")),
                            new FactSheet.Table(List.of("web-test.work", "web-test.money"), List.of(
                                    FactSheet.Table.row(null, Money.ofBaht(12)))),
                            List.of(new FactSheet.Check("BR-04", "web-test.amount", List.of(Money.ofBaht(1)), false,
                                    "web-test.whole")))));
            model.addAttribute("problems", List.of(
                    Problem.at("amount", "web-test.amount", Money.ofBaht(5000)).under("BR-04"),
                    Problem.of("web-test.whole")));
            return "web/test-page";
        }

        @GetMapping("/test-page/unseen")
        String unseen() {
            throw new NotFound("grant 1");
        }

        @PostMapping("/test-page/race")
        String race() {
            throw new DuplicateKeyException("two at once");
        }
    }
}
