package org.thun.imports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.thun.identity.Actor;
import org.thun.imports.ColumnMapping;
import org.thun.imports.ImportState;
import org.thun.imports.internal.ImportTest;
import org.thun.shared.Ids;

class ImportPagesTests extends ImportTest {

    private ResultActions sendForm(String id, byte[] file, String source, Actor actor) throws Exception {
        return mvc.perform(multipart("/registers/imports")
                .file(new MockMultipartFile("file", "สมาชิก.csv", "text/csv", file))
                .param("id", id).param("grant", grant.id()).param("centre", CHIANG_MAI).param("register", "PERSON")
                .param("source", source).with(csrf()).with(signedIn(actor)));
    }

    private ResultActions page(String path, Actor actor) throws Exception {
        return mvc.perform(get(path).with(signedIn(actor)));
    }

    @Test
    void leadsFromTheFileToTheRegister() throws Exception {
        page("/registers/imports", dataManager).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("นำเข้าไฟล์ใหม่"), containsString("template.xlsx"),
                        not(containsString("??")))));
        page("/registers/imports/new", dataManager).andExpect(content().string(allOf(containsString("เชียงใหม่"),
                containsString("data-max-bytes"), containsString("Windows-874"), not(containsString("??")))));

        String id = Ids.next();
        String path = "/registers/imports/" + id;
        sendForm(id, table(row(1, "มานี"), row(2, "")).getBytes(StandardCharsets.UTF_8), SOURCE, dataManager)
                .andExpect(redirectedUrl(path));
        page(path, dataManager).andExpect(content().string(allOf(containsString("สมาชิก.csv"), containsString("UTF-8"),
                containsString("name=\"column.name\""), containsString("value=\"ชื่อ\" selected"),
                containsString("ด้านของวิทยากรกระบวนการ"), not(containsString("??")))));

        // Nothing says on what ground the data are kept.
        mvc.perform(mapping(path).with(csrf()).with(signedIn(dataManager))).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("href=\"#ground\""), containsString("id=\"ground-error\""),
                        containsString("value=\"ชื่อ\" selected"))));
        mvc.perform(mapping(path).param("value.ground", "PUBLIC_TASK").param("value.purposeTold", "yes").with(csrf())
                .with(signedIn(dataManager))).andExpect(redirectedUrl(path));
        page(path, dataManager).andExpect(content().string(allOf(containsString("กำลังตรวจทุกแถว"),
                containsString("hx-get=\"" + path + "/progress\""), not(containsString("??")))));
        page(path + "/progress", dataManager).andExpect(header().doesNotExist("HX-Refresh"));
        machine.run();
        page(path + "/progress", dataManager).andExpect(header().string("HX-Refresh", "true"));

        page(path, dataManager).andExpect(content().string(allOf(containsString("ผลการตรวจ ก่อนนำเข้า"),
                containsString("IND5"), containsString("เมื่อตรวจผ่านทั้งหมด"), containsString("กรุณากรอกชื่อ"),
                containsString("นำเข้า 1 แถว"), containsString("refused.xlsx"), not(containsString("??")))));
        mvc.perform(post(path + "/start").with(csrf()).with(signedIn(dataManager))).andExpect(redirectedUrl(path));
        page(path, dataManager).andExpect(content().string(allOf(containsString("/pause"), not(containsString("??")))));
        mvc.perform(post(path + "/pause").with(csrf()).with(signedIn(dataManager))).andExpect(redirectedUrl(path));
        page(path, dataManager).andExpect(content().string(allOf(containsString("ทำต่อ"), not(containsString("??")))));
        mvc.perform(post(path + "/resume").with(csrf()).with(signedIn(dataManager))).andExpect(redirectedUrl(path));
        machine.run();
        page(path, dataManager).andExpect(content().string(allOf(containsString("ผลการนำเข้า"),
                containsString("นับเป็นผลงานเมื่อตรวจผ่าน"), not(containsString("??")))));
        assertThat(imports.find(id, dataManager).orElseThrow().state()).isEqualTo(ImportState.DONE);
        page("/registers/imports", dataManager)
                .andExpect(content().string(allOf(containsString("สมาชิก.csv"), containsString(path), containsString(SOURCE))));

        ResultActions started = page(path + "/refused.csv", dataManager).andExpect(request().asyncStarted());
        mvc.perform(asyncDispatch(started.andReturn())).andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("refused.csv")))
                .andExpect(content().string(allOf(containsString("M2"), containsString("กรุณากรอกชื่อ"))));
    }

    @Test
    void speaksEnglish() throws Exception {
        String id = sent(table(row(1, "มานี"), row(2, "")));
        String path = "/registers/imports/" + id;
        for (String each : List.of("/registers/imports", "/registers/imports/new", path)) {
            mvc.perform(get(each).param("lang", "en").with(signedIn(dataManager)))
                    .andExpect(content().string(not(containsString("??"))));
        }
        checked(id);
        mvc.perform(get(path).param("lang", "en").with(signedIn(dataManager))).andExpect(content().string(allOf(
                containsString("Effect on the indicators"), containsString("Please enter the name"), not(containsString("??")))));
    }

    @Test
    void saysWhatIsWrongWithAFileAndKeepsTheForm() throws Exception {
        sendForm(Ids.next(), new byte[0], SOURCE, dataManager).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("กรุณาเลือกไฟล์"), containsString("value=\"" + SOURCE + "\""))));
        sendForm(Ids.next(), "ชื่อ,สกุล\n".getBytes(StandardCharsets.UTF_8), SOURCE, dataManager)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("มีแต่หัวคอลัมน์"), containsString("href=\"#file\""))));
        sendForm(Ids.next(), table(row(1, "ก")).getBytes(StandardCharsets.UTF_8), " ", dataManager)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("href=\"#source\""), containsString("กฎ BR-23"))));
    }

    @Test
    void hidesImportsFromThoseWhoMayNotReadTheRecords() throws Exception {
        String id = sent(table(row(1, "มานี"), row(2, "")));
        checked(id);
        String path = "/registers/imports/" + id;
        for (Actor stranger : List.of(neighbour, funder)) {
            for (String part : List.of("", "/progress", "/refused.csv")) {
                page(path + part, stranger).andExpect(status().isNotFound());
            }
            mvc.perform(post(path + "/start").with(csrf()).with(signedIn(stranger))).andExpect(status().isNotFound());
        }
        page("/registers/imports", funder).andExpect(status().isNotFound());
        page("/registers/imports/new", officer).andExpect(status().isNotFound());
        page("/registers/imports/template.xlsx?register=PERSON&grant=" + grant.id(), officer).andExpect(status().isNotFound());
        page(path, officer).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("กรุณากรอกชื่อ"),
                not(containsString("/start")), not(containsString("refused.csv")))));
        page(path + "/refused.csv", officer).andExpect(status().isNotFound());
        mvc.perform(post(path + "/start").with(csrf()).with(signedIn(officer))).andExpect(status().isUnprocessableEntity());
        page(path + "/refused.pdf", dataManager).andExpect(status().isNotFound());
        page("/registers/imports/nothing", dataManager).andExpect(status().isNotFound());
    }

    @Test
    void handsOutTemplatesThatComeBack() throws Exception {
        byte[] book = page("/registers/imports/template.xlsx?register=PERSON&grant=" + grant.id(), dataManager)
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            List<Row> rows = read.getFirstSheet().read();
            List<String> headings = rows.get(0).stream().map(cell -> cell.getText()).toList();
            assertThat(headings).contains("ชื่อ", "นามสกุล", "บทบาท", "ด้านของวิทยากรกระบวนการ");
            String lists = read.getSheet(2).orElseThrow().read().stream()
                    .flatMap(Row::stream).map(cell -> cell == null ? "" : cell.getText()).collect(Collectors.joining(" "));
            assertThat(lists).contains("ผู้นำชุมชน", "Community leader", "community_leader", "PUBLIC_TASK");
            String id = sent(String.join(",", headings) + "\n" + "x,".repeat(headings.size() - 1) + "x\n");
            ColumnMapping mapping = imports.layout(id, dataManager).orElseThrow().mapping();
            assertThat(mapping.fields()).hasSize(headings.size());
        }
        mvc.perform(get("/registers/imports/template.xlsx?register=KNOWLEDGE&grant=" + grant.id()).with(signedIn(dataManager)))
                .andExpect(status().isOk());
    }

    @Test
    void refusesLargeFormsBeforeReadingThem() throws Exception {
        mvc.perform(multipart("/grants/x/documents").with(each -> {
            each.addHeader("Content-Length", "30000000");
            each.setContent(new byte[30_000_000]);
            return each;
        }).with(csrf()).with(signedIn(dataManager))).andExpect(status().isPayloadTooLarge());
    }

    private MockHttpServletRequestBuilder mapping(String path) {
        return post(path + "/mapping").param("column.sourceKey", "รหัส").param("column.name", "ชื่อ")
                .param("column.surname", "นามสกุล").param("column.roles", "บทบาท").param("column.datedOn", "วันที่เก็บข้อมูล");
    }
}
