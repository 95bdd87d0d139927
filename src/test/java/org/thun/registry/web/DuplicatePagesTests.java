package org.thun.registry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.registry.Duplicates;
import org.thun.registry.Duplicates.Filter;
import org.thun.registry.RecordFacts;
import org.thun.registry.RecordState;
import org.thun.testing.EvidenceTest;

class DuplicatePagesTests extends EvidenceTest {

    @Autowired
    private Duplicates duplicates;

    @Test
    void showsTwoRecordsSideBySideWithTheEffectOfEachDecisionAndTakesIt() throws Exception {
        String first = verified(person("สมศรี", "facilitator"));
        String second = verified(person("นางสมสี", "community_leader"));
        String path = "/registers/duplicates/" + pairId();
        mvc.perform(get("/registers/duplicates").with(signedIn(verifier)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString(path), containsString("ชื่ออ่านเหมือนกัน"),
                        containsString("นางสมสี ทดสอบ"), not(containsString("??")))));
        mvc.perform(get(path).with(signedIn(verifier)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("<mark>นางสมสี ทดสอบ</mark>"), containsString("ทั้งประเทศ"),
                        containsString("รวมเข้ากับ"), containsString("ผู้นำชุมชน"), not(containsString("??")))));
        mvc.perform(get(path).with(signedIn(verifier)).locale(Locale.ENGLISH).cookie(new Cookie("lang", "en")))
                .andExpect(content().string(not(containsString("??"))));

        mvc.perform(post(path).param("verdict", "SAME").param("reason", "").with(csrf()).with(signedIn(verifier)))
                .andExpect(redirectedUrl("/registers/duplicates?grant=" + grant.id()));

        assertThat(registers.find(second, verifier).orElseThrow().state()).isEqualTo(RecordState.MERGED);
        mvc.perform(get("/registers/people/" + second).with(signedIn(dataManager)))
                .andExpect(content().string(allOf(containsString("ระเบียนนี้รวมกับ"), containsString("รวมเข้ากับระเบียนอื่น"),
                        not(containsString("/edit")), not(containsString("??")))));
        mvc.perform(get("/registers/people/" + first).with(signedIn(dataManager)))
                .andExpect(content().string(allOf(containsString("รายเดียวกัน"), not(containsString("??")))));
        mvc.perform(get("/registers/people/" + second + "/edit").with(signedIn(dataManager)))
                .andExpect(status().isNotFound());
        // Taking it back needs a reason, said at the field.
        mvc.perform(post(path).param("verdict", "DIFFERENT").with(csrf()).with(signedIn(verifier)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("href=\"#reason\""), containsString("id=\"reason-error\""))));
        mvc.perform(post(path).param("verdict", "DIFFERENT").param("reason", "คนละคน").with(csrf()).with(signedIn(verifier)))
                .andExpect(status().is3xxRedirection());
        assertThat(registers.find(second, verifier).orElseThrow().state()).isEqualTo(RecordState.VERIFIED);
    }

    @Test
    void hidesPairsFromThoseWhoMayNotSeeBothRecords() throws Exception {
        RecordFacts here = person("สมศรี", "facilitator");
        registers.enter(here, true, dataManager).orElseThrow();
        registers.enter(personAt(LAMPHUN, "สมศรี", "facilitator"), true, neighbour).orElseThrow();
        String path = "/registers/duplicates/" + pairId();
        mvc.perform(get(path).with(signedIn(dataManager))).andExpect(status().isNotFound());
        mvc.perform(post(path).param("verdict", "SAME").with(csrf()).with(signedIn(neighbour))).andExpect(status().isNotFound());
        mvc.perform(get("/registers/duplicates").with(signedIn(funder))).andExpect(status().isNotFound());
        mvc.perform(get("/registers/people/" + here.id()).with(signedIn(dataManager)))
                .andExpect(content().string(allOf(containsString("กับระเบียนของศูนย์อื่น"), not(containsString(path)))));
        mvc.perform(get(path).with(signedIn(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("คู่นี้ให้ผู้ตรวจสอบตัดสิน"), not(containsString("name=\"verdict\"")))));
    }

    @Test
    void printsGrossSuspectedConfirmedAndNetOnTheOverview() throws Exception {
        verified(person("สมศรี", "facilitator"));
        verified(personAt(LAMPHUN, "สมศรี", "facilitator"));
        mvc.perform(get("/registers").with(signedIn(officer)))
                .andExpect(content().string(allOf(containsString("ยอดนับและรายการซ้ำ"), containsString("ก่อนตัดรายการซ้ำ"),
                        containsString("รวมรายศูนย์ลบยอดประเทศ"), not(containsString("??")))));
        String hidden = "<td class=\"num\" data-label=\"ซ้ำ (ตัดสินแล้ว)\">–</td>";
        mvc.perform(get("/registers").with(signedIn(officer))).andExpect(content().string(not(containsString(hidden))));
        mvc.perform(get("/registers").with(signedIn(funder)))
                .andExpect(content().string(allOf(containsString("นับได้ (ประเทศ)"), containsString(hidden))));
    }

    private String pairId() {
        return duplicates.list(new Filter(grant.id(), null, null, null), verifier, 1, 5).rows().get(0).id();
    }
}
