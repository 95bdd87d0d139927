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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.Batch;
import org.thun.registry.BatchPurpose;
import org.thun.registry.Batches;
import org.thun.registry.Batches.Place;
import org.thun.registry.Finding;
import org.thun.registry.Quarter;
import org.thun.shared.Outcome;
import org.thun.testing.EvidenceTest;

class BatchPagesTests extends EvidenceTest {

    @Autowired
    private Batches batches;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void offersTheCoordinatorWhatCanBeHandedIn() throws Exception {
        enter(3);
        mvc.perform(get("/registers/batches").with(signedIn(coordinator)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("พร้อมส่งตรวจ"), containsString("value=\"VERIFY\""),
                        not(containsString("??")))));
        mvc.perform(get("/registers/batches").with(signedIn(dataManager)))
                .andExpect(content().string(not(containsString("value=\"VERIFY\""))));

        mvc.perform(handIn().with(signedIn(dataManager))).andExpect(status().isUnprocessableEntity());
        mvc.perform(handIn().with(signedIn(coordinator))).andExpect(status().is3xxRedirection());
        mvc.perform(handIn().with(signedIn(coordinator)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("ยังตรวจไม่เสร็จ")));
        mvc.perform(get("/registers/batches").with(signedIn(funder))).andExpect(status().isNotFound());
    }

    @Test
    void leadsTheVerifierFromOneRecordToTheNext() throws Exception {
        enter(2);
        Batch batch = drawn();
        String sample = batch.path() + "/sample";
        mvc.perform(get(batch.path()).with(signedIn(again(verifier))))
                .andExpect(content().string(allOf(containsString(sample), containsString(String.valueOf(batch.seed())),
                        containsString("สุ่มซ้ำได้ตัวอย่างเดิม"), not(containsString("??")))));
        mvc.perform(get(sample).with(signedIn(again(verifier))))
                .andExpect(content().string(allOf(containsString("ระเบียนที่ 1 จาก 2"), containsString("data-key=\"1\""),
                        containsString("ไม่พบหลักฐาน"), not(containsString("??")))));

        mvc.perform(judge(sample + "/1", "RIGHT").with(signedIn(again(verifier)))).andExpect(redirectedUrl(sample));
        mvc.perform(get(sample).with(signedIn(again(verifier))))
                .andExpect(content().string(containsString("ระเบียนที่ 2 จาก 2")));
        mvc.perform(judge(sample + "/2", "WRONG").with(signedIn(again(verifier))))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("href=\"#reason\"")));
        mvc.perform(judge(sample + "/2", "WRONG").param("reason", "ไม่พบหลักฐาน").with(signedIn(again(verifier))))
                .andExpect(redirectedUrl(sample));
        mvc.perform(get(sample).with(signedIn(again(verifier))))
                .andExpect(content().string(allOf(containsString("ตรวจตัวอย่างครบทุกระเบียนแล้ว"),
                        containsString("/tasks/"))));
        mvc.perform(get(batch.path()).cookie(new Cookie("lang", "en")).with(signedIn(officer)))
                .andExpect(content().string(allOf(containsString("95 % confidence"), containsString("50"),
                        not(containsString("??")))));
        assertThat(batches.sample(batch.id(), officer)).extracting(Batches.Sampled::finding)
                .containsExactly(Finding.RIGHT, Finding.WRONG);
    }

    @Test
    void showsBatchesToTheirReadersOnly() throws Exception {
        enter(1);
        Batch batch = drawn();
        mvc.perform(get(batch.path()).with(signedIn(again(neighbour)))).andExpect(status().isNotFound());
        mvc.perform(get(batch.path()).with(signedIn(again(funder)))).andExpect(status().isNotFound());
        mvc.perform(get(batch.path() + "/sample").with(signedIn(again(officer)))).andExpect(redirectedUrl(batch.path()));
        mvc.perform(get(batch.path() + "/sample").param("position", "9").with(signedIn(again(verifier))))
                .andExpect(status().isNotFound());
        String record = batches.sample(batch.id(), officer).get(0).record().id();
        mvc.perform(get("/registers/people/" + record).with(signedIn(again(dataManager))))
                .andExpect(content().string(containsString(batch.path())));
    }

    @Test
    void listsWhatGrowsStale() throws Exception {
        mvc.perform(get("/registers/freshness").with(signedIn(coordinator)))
                .andExpect(content().string(allOf(containsString("ไม่มีระเบียนใกล้ล้าสมัย"), not(containsString("??")))));
        String id = verified(person("มาลี", "facilitator"));
        jdbc.update("UPDATE registry_record SET fresh_until = ? WHERE id = ?", clock.today().minusDays(1), id);
        mvc.perform(get("/registers/freshness").with(signedIn(coordinator)))
                .andExpect(content().string(allOf(containsString("มาลี ทดสอบ"), containsString("ส่งเป็นชุด"),
                        not(containsString("??")))));
        mvc.perform(get("/registers/freshness").with(signedIn(neighbour)))
                .andExpect(content().string(not(containsString("มาลี"))));
    }

    private void enter(int people) {
        registers.enterAll(IntStream.rangeClosed(1, people).mapToObj(i -> person("คนที่" + i, "facilitator")).toList(),
                dataManager).forEach(Outcome::orElseThrow);
    }

    private Batch drawn() {
        String id = batches.handIn(new Place(grant.id(), CHIANG_MAI, Register.PERSON, BatchPurpose.VERIFY,
                Quarter.of(clock.today())), coordinator).orElseThrow();
        letDaysPass(1);
        return batches.find(id, officer).orElseThrow();
    }

    private MockHttpServletRequestBuilder handIn() {
        return post("/registers/batches").param("grant", grant.id()).param("centre", CHIANG_MAI).param("kind", "people")
                .param("purpose", "VERIFY").param("quarter", Quarter.of(clock.today()).from().toString()).with(csrf());
    }

    private static MockHttpServletRequestBuilder judge(String path, String finding) {
        return post(path).param("finding", finding).with(csrf());
    }
}
