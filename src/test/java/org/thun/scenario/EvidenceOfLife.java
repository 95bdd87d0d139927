package org.thun.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.programmes.IndicatorSource.Register;
import org.thun.registry.HeldRole;
import org.thun.registry.LawfulGround;
import org.thun.registry.RecordFacts;
import org.thun.registry.Registers;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.ReportRenderer;
import org.thun.reporting.ReportSource;
import org.thun.shared.BusinessClock;
import org.thun.shared.Ids;
import org.thun.shared.Outcome;

/** What a centre records during a grant, and what the funder reads of it. */
@Component
class EvidenceOfLife {

    private static final int PEOPLE = 20;

    private final Registers registers;
    private final Grants grants;
    private final ReportSource reports;
    private final ReportRenderer renderer;
    private final BusinessClock clock;

    EvidenceOfLife(
            Registers registers, Grants grants, ReportSource reports, ReportRenderer renderer, BusinessClock clock) {
        this.registers = registers;
        this.grants = grants;
        this.reports = reports;
        this.renderer = renderer;
        this.clock = clock;
    }

    /** Twenty people of one centre in that role, entered by its data manager and verified by somebody else (SD5). */
    void enterAndVerify(Grant grant, Company people, String role, LocalDate day) {
        List<RecordFacts> entered = IntStream.range(0, PEOPLE)
                .mapToObj(i -> new RecordFacts(Ids.next(), Register.PERSON, grant.id(), "TH-50", "อาสา" + i, "ใจดี", null, null,
                        null, null, null, null, null, 1980, List.of(new HeldRole(role, null)), null, day,
                        "แบบลงทะเบียน", LawfulGround.CONSENT, day, true, null))
                .toList();
        List<String> ids = registers.enterAll(entered, people.actor(Role.CD)).stream()
                .map(Outcome::orElseThrow)
                .toList();
        registers.verifyAll(ids, people.actor(Role.RV)).forEach(Outcome::orElseThrow);
    }

    /** The monitoring report of today as this person downloads it. */
    byte[] monitoringReport(String grantId, Actor reader, Locale language) {
        grants.find(grantId, reader).orElseThrow();
        return renderer.render(reports.monitoring(grantId, clock.today()).orElseThrow(), ReportFormat.PDF, language);
    }
}
