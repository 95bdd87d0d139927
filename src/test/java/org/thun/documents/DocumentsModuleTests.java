package org.thun.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.thun.audit.AuditEntry;
import org.thun.audit.AuditTrail;
import org.thun.documents.Documents.Upload;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.registry.RecordFacts;
import org.thun.registry.Registers;
import org.thun.shared.Outcome;
import org.thun.testing.EvidenceTest;

class DocumentsModuleTests extends EvidenceTest {

    private static final byte[] PDF = "%PDF-1.7 first".getBytes();

    @Autowired
    private Documents documents;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcTemplate jdbc;

    private Actor lead;

    @BeforeEach
    void hireTheLead() {
        lead = hire(Role.GC, ScopeKind.GRANT, grant.id());
    }

    @Test
    void keepsEveryVersionWithItsFingerprint() {
        String id = documents.add(grant.id(), null, new Upload("รายงาน", "report.pdf", PDF), lead).orElseThrow();
        documents.addVersion(id, new Upload(null, "report-2.pdf", "%PDF-1.7 second".getBytes()), lead).orElseThrow();

        Document document = documents.ofCase(grant.id(), officer).get(0);
        assertThat(document.title()).isEqualTo("รายงาน");
        assertThat(document.versions()).extracting(Document.Version::no).containsExactly(2, 1);
        assertThat(documents.content(id, 1, officer).orElseThrow().content()).isEqualTo(PDF);
        assertThat(jdbc.queryForList("SELECT sha256 FROM document_version WHERE document_id = ? ORDER BY version_no",
                        String.class, id)).doesNotHaveDuplicates().allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(audit.stream(grant.id())).extracting(AuditEntry::command)
                .containsExactly("document.add", "document.replace");
    }

    @Test
    @DisplayName("BR-50: documents carry no acceptance, so the funder's reader sees none")
    void hidesDocumentsFromWhoSeesAcceptedDataOnly() {
        String id = documents.add(grant.id(), null, new Upload("", "report.pdf", PDF), lead).orElseThrow();
        assertThat(documents.ofCase(grant.id(), funder)).isEmpty();
        assertThat(documents.content(id, 1, funder)).isEmpty();
        assertThat(documents.add(grant.id(), null, new Upload("", "x.pdf", PDF), funder).isDone()).isFalse();
        assertThat(documents.addVersion(id, new Upload("", "x.pdf", PDF), verifier).isDone()).isFalse();
        assertThat(documents.addVersion("nothing", new Upload("", "x.pdf", PDF), lead).isDone()).isFalse();
    }

    @Test
    @DisplayName("BR-39: evidence is read by those who read the record, until the person withdraws")
    void readsEvidenceWithItsRecord() {
        RecordFacts facts = person("มานะ", "facilitator");
        registers.enter(facts, true, dataManager).orElseThrow();
        ObjectRef record = new ObjectRef(Registers.OBJECT_TYPE, facts.id());
        String id = documents.add(grant.id(), record, new Upload("หนังสือยินยอม", "c.pdf", PDF), dataManager).orElseThrow();
        assertThat(documents.ofObject(record, verifier)).hasSize(1);
        assertThat(documents.ofObject(record, neighbour)).isEmpty();
        assertThat(documents.content(id, 1, neighbour)).isEmpty();
        assertThat(documents.ofCase(grant.id(), officer)).singleElement()
                .returns("/registers/records/" + facts.id(), Document::objectPath);
        registers.withdraw(facts.id(), "ขอถอน", dataManager).orElseThrow();
        assertThat(documents.ofObject(record, dataManager)).isEmpty();
        assertThat(documents.content(id, 1, officer)).isEmpty();
    }

    @Test
    void refusesEmptyForeignAndOversizedFiles() {
        assertThat(key(new byte[0])).isEqualTo("documents.problem.empty");
        assertThat(key("MZ\u0000\u0001".getBytes())).isEqualTo("documents.problem.kind");
        assertThat(key(new byte[Documents.MAX_BYTES + 1])).isEqualTo("documents.problem.tooBig");
    }

    @Test
    void handsFilesOutToBeSavedOnly() throws Exception {
        MockMultipartFile file = new MockMultipartFile("file", "../รายงาน\".exe", "text/html", PDF);
        mvc.perform(multipart(grant.path() + "/documents").file(file).param("title", "รายงานงวด 1")
                        .with(csrf()).with(signedIn(lead)))
                .andExpect(redirectedUrl(grant.path() + "/documents"));
        String id = documents.ofCase(grant.id(), lead).get(0).id();
        mvc.perform(get(grant.path() + "/documents").with(signedIn(officer)))
                .andExpect(content().string(allOf(containsString("รายงานงวด 1"), containsString("/documents/" + id + "/1"),
                        not(containsString("??")))));
        mvc.perform(get(grant.path() + "/documents").with(signedIn(lead)))
                .andExpect(content().string(allOf(containsString("name=\"title\""), not(containsString("th:text")))));
        mvc.perform(get("/documents/" + id + "/1").with(signedIn(officer)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(content().bytes(PDF))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Disposition", allOf(containsString("attachment"), containsString(".exe.pdf"))));
        mvc.perform(get("/documents/" + id + "/9").with(signedIn(officer))).andExpect(status().isNotFound());
        mvc.perform(multipart(grant.path() + "/documents").file(new MockMultipartFile("file", "x.png", "image/png",
                        "<svg onload=alert(1)>".getBytes())).with(csrf()).with(signedIn(lead)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("รับเฉพาะ PDF")));
    }

    private String key(byte[] content) {
        Outcome<String> outcome = documents.add(grant.id(), null, new Upload("t", "f.pdf", content), lead);
        return List.copyOf(outcome.problems()).get(0).messageKey();
    }
}
