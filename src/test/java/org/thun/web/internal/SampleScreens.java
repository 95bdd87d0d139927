package org.thun.web.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
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
import org.thun.web.Formats;
import org.thun.web.NavigationEntry;
import org.thun.web.Paging;

/**
 * Made-up screens that use every part of the design, without a database: to look at while working on the style sheet
 * ({@link #main}, then http://localhost:8089/samples/case) and for the browser tests of the islands.
 */
@TestConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class, HttpEncodingAutoConfiguration.class,
    JacksonAutoConfiguration.class, ThymeleafAutoConfiguration.class, ErrorMvcAutoConfiguration.class
})
@Import({
    WebConfiguration.class, Conflicts.class, ErrorPages.class, Formats.class, Shell.class, Assets.class,
    SampleScreens.Screens.class
})
public class SampleScreens {

    /** Stricter than what is sent in production: it proves that no island needs inline styles or evaluated code. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'";

    public static void main(String[] args) {
        SpringApplication.run(SampleScreens.class, "--server.port=8089", "--spring.thymeleaf.cache=false");
    }

    @Bean
    BusinessClock clock() {
        return new BusinessClock() {
            @Override
            public Instant now() {
                return Instant.parse("2017-02-15T03:00:00Z");
            }

            @Override
            public boolean moved() {
                return true;
            }
        };
    }

    @Bean
    CurrentActor currentActor() {
        Post officer = new Post(Role.PO, ScopeKind.ALL, "*", LocalDate.of(2016, 1, 1), null);
        Actor actor = new Actor("a1", "po", new LocalizedText("มาลี สมมุติ", "Malee Sommut"), List.of(officer), null);
        return new CurrentActor() {
            @Override
            public Actor get() {
                return actor;
            }

            @Override
            public boolean mustChangePassword() {
                return false;
            }

            @Override
            public boolean isPresent() {
                return true;
            }
        };
    }

    @Bean
    Filter securityHeaders() {
        return (request, response, chain) -> {
            ((HttpServletResponse) response).setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
            chain.doFilter(request, response);
        };
    }

    @Bean
    NavigationEntry work() {
        return place(100, "/samples/work", "web-test.work");
    }

    @Bean
    NavigationEntry grants() {
        return place(200, "/samples/case", "web-test.page");
    }

    @Bean
    NavigationEntry money() {
        return place(600, "/samples/task", "web-test.money");
    }

    private static NavigationEntry place(int order, String path, String key) {
        return NavigationEntry.of(order, path, key, actor -> true);
    }

    /** The screens and what their islands ask for. */
    @Controller
    static class Screens {

        private final ObjectMapper json;
        private final Formats formats;
        private final List<JsonNode> drafts = Collections.synchronizedList(new ArrayList<>());

        Screens(ObjectMapper json, Formats formats) {
            this.json = json;
            this.formats = formats;
        }

        List<JsonNode> drafts() {
            return drafts;
        }

        @GetMapping("/samples/work")
        String work(Model model) {
            model.addAttribute("paging", new Paging(2, 20, 1045));
            return "web/samples/work";
        }

        @GetMapping("/samples/case")
        String caseFile(Model model) {
            model.addAttribute("chart", Map.of(
                    "type", "bar",
                    "horizontal", true,
                    "unit", "%",
                    "categories", List.of("องค์กรชุมชนที่ร่วมขับเคลื่อน", "ผู้นำการเปลี่ยนแปลงระดับตำบล",
                            "ประเด็นรณรงค์ที่เผยแพร่", "ชุดความรู้ที่เผยแพร่"),
                    "series", List.of(Map.of("name", "% ของเป้าหมาย", "values", Arrays.asList(
                            Map.of("value", 92.4, "status", "good"), Map.of("value", 77.16, "status", "warn"),
                            Map.of("value", 50, "status", "bad"), null))),
                    "target", Map.of("value", 100, "label", "เป้าหมาย")));
            return "web/samples/case";
        }

        @GetMapping("/samples/task")
        String task(Model model) {
            model.addAttribute("facts", FactSheet.of(
                    FactSheet.Section.facts("web-test.page",
                            FactSheet.Fact.of("web-test.work", new LocalizedText("มูลนิธิตัวอย่าง", null)),
                            new FactSheet.Fact("web-test.money", Money.ofBaht(3_750_000), "/samples/case")),
                    FactSheet.Section.table("web-test.money", new FactSheet.Table(
                            List.of("web-test.work", "web-test.money"),
                            List.of(FactSheet.Table.row("ค่าตอบแทน", Money.ofBaht(120_000)),
                                    FactSheet.Table.row("ค่าใช้สอย", null)))),
                    FactSheet.Section.checks("web-test.page", List.of(
                            new FactSheet.Check("BR-04", "web-test.amount", List.of(Money.ofBaht(1)), true, null),
                            new FactSheet.Check("BR-48", "web-test.whole", List.of(), false, "web-test.whole")))));
            return "web/samples/task";
        }

        @GetMapping("/samples/form")
        @ResponseBody
        Map<String, Object> form() throws IOException {
            return Map.of(
                    "schema", json.readTree(file("review.form")),
                    "data", Map.of(
                            "amount", "3750000.00",
                            "visit", "2017-02-01",
                            "centres", List.of(
                                    Map.of("value", "50", "label", "เชียงใหม่"),
                                    Map.of("value", "90", "label", "สงขลา"))));
        }

        @PostMapping("/samples/draft")
        @ResponseBody
        Map<String, String> draft(@RequestBody JsonNode data) {
            drafts.add(data);
            return Map.of("savedAt", "14:05");
        }

        @PostMapping("/samples/submit")
        @ResponseBody
        ResponseEntity<Map<String, Object>> submit(@RequestBody JsonNode data) {
            if (data.path("amount").asText().equals("409")) {
                return ResponseEntity.status(409)
                        .body(Map.of("detail", "อารี สมมุติ ส่งผลการพิจารณาไปก่อนแล้ว เมื่อ 14:01"));
            }
            if (data.path("amount").asText().equals("1")) {
                return ResponseEntity.ok(Map.of("next", "/samples/work"));
            }
            return ResponseEntity.unprocessableEntity().body(Map.of("problems", formats.problems(List.of(
                    Problem.at("amount", "web-test.amount", Money.ofBaht(5000)).under("BR-04"),
                    Problem.at("lines[0].amount", "web-test.whole"),
                    Problem.of("web-test.whole")))));
        }

        @GetMapping(value = "/samples/model.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
        @ResponseBody
        byte[] model() throws IOException {
            return file("model.bpmn");
        }

        @GetMapping("/samples/state")
        @ResponseBody
        Map<String, Object> state() {
            return Map.of("steps", List.of(
                    step("start_opened", "1 ก.พ. 2560", "1 ก.พ. 2560"),
                    step("task_write", "1 ก.พ. 2560", "10 ก.พ. 2560"),
                    step("task_check", "10 ก.พ. 2560 09:30", null)));
        }

        private static Map<String, Object> step(String element, String since, String until) {
            Map<String, Object> step = new HashMap<>();
            step.put("elementId", element);
            step.put("since", since);
            step.put("until", until);
            step.put("failed", false);
            return step;
        }

        private static byte[] file(String name) throws IOException {
            return new ClassPathResource("web-samples/" + name).getContentAsByteArray();
        }
    }
}
