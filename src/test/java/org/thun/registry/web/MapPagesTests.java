package org.thun.registry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.thun.programmes.CentreDefinition;
import org.thun.testing.EvidenceTest;

/** What counts by province, and what a centre has to do next. */
class MapPagesTests extends EvidenceTest {

    @Test
    void hasATileForEveryProvinceAndNoTwoInOnePlace() {
        List<String> provinces = programmes.version(PROGRAMME, grant.programmeVersion()).centres().stream()
                .map(CentreDefinition::provinceCode)
                .distinct()
                .toList();
        assertThat(Tiles.byProvince().keySet()).containsExactlyInAnyOrderElementsOf(provinces);
        assertThat(Tiles.byProvince().values().stream()
                .map(tile -> tile.column() + "/" + tile.row())
                .collect(Collectors.toSet())).hasSameSizeAs(provinces);
        assertThat(Tiles.byProvince().values()).extracting(tile -> tile.letters().th()).doesNotHaveDuplicates();
        assertThat(Tiles.byProvince().values()).extracting(tile -> tile.letters().en()).doesNotHaveDuplicates();
    }

    @Test
    void showsEveryCentreWithItsFigureThatLeadsToItsChain() throws Exception {
        verified(person("อารี", "facilitator"));
        verified(person("สมศรี", "facilitator"));
        registers.enter(person("รอตรวจ", "facilitator"), true, dataManager).orElseThrow();
        String page = mvc.perform(get("/registers/map").param("what", "IND4").with(signedIn(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(
                        containsString("aria-label=\"เชียงใหม่ 2\""),
                        containsString("href=\"" + grant.path() + "/indicators/IND4?centre=TH-50\""),
                        containsString("aria-label=\"ลำพูน ยังไม่มี\""), containsString("กรุงธนใต้"),
                        containsString("value=\"IND4\" selected"), not(containsString("??")))))
                .andReturn().getResponse().getContentAsString();
        assertThat(page.split("class=\"tile ", -1)).as("76 provinces and six zones, and the tile of their province")
                .hasSize(1 + 76 + 6);
        mvc.perform(get("/registers/map").param("what", "people").with(signedIn(officer)))
                .andExpect(content().string(containsString("/registers/people?grant=" + grant.id())));
    }

    @Test
    @DisplayName("BR-39: readers of sums are not shown figures so small that they point at somebody")
    void hidesSmallFiguresFromReadersOfSums() throws Exception {
        verified(person("อารี", "facilitator"));
        mvc.perform(get("/registers/map").param("what", "IND4").with(signedIn(funder)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("aria-label=\"เชียงใหม่ น้อย\""),
                        not(containsString("aria-label=\"เชียงใหม่ 1\"")), not(containsString("/registers/people")),
                        not(containsString("centre=TH-50")))));
        for (int i = 0; i < 6; i++) {
            verified(person("คนที่" + i, "facilitator"));
        }
        mvc.perform(get("/registers/map").param("what", "IND4").with(signedIn(funder)))
                .andExpect(content().string(allOf(containsString("aria-label=\"เชียงใหม่ 7\""),
                        containsString("/indicators/IND4?centre=TH-50"))));
    }

    @Test
    void tellsACentreWhatIsToBeDoneNext() throws Exception {
        String back = registers.enter(person("บัวลอย", "facilitator"), true, dataManager).orElseThrow();
        registers.reject(back, "ชื่อไม่ตรงกับหลักฐาน", verifier).orElseThrow();
        registers.enter(organisation("กลุ่มออมทรัพย์"), false, dataManager).orElseThrow();
        mvc.perform(get("/registers/work").with(signedIn(dataManager)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("บัวลอย ทดสอบ"), containsString("ชื่อไม่ตรงกับหลักฐาน"),
                        containsString("/registers/people/" + back + "/edit"), containsString("state=DRAFT"),
                        containsString("gap=DISTRICT"), not(containsString("??")))));
        mvc.perform(get("/registers/work").with(signedIn(neighbour)))
                .andExpect(content().string(allOf(containsString("ลำพูน"), containsString("ไม่มีงานค้าง"),
                        not(containsString("บัวลอย")))));
        mvc.perform(get("/registers/work").param("centre", CHIANG_MAI).with(signedIn(neighbour)))
                .andExpect(content().string(not(containsString("บัวลอย"))));
        mvc.perform(get("/registers/work").with(signedIn(funder))).andExpect(status().isNotFound());
        mvc.perform(get("/registers/organisations").param("gap", "DISTRICT").with(signedIn(dataManager)))
                .andExpect(content().string(containsString("กลุ่มออมทรัพย์")));
    }
}
