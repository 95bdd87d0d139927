package org.thun.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thun.identity.Actor;
import org.thun.identity.Role;
import org.thun.identity.ScopeKind;
import org.thun.reporting.MonitoringReport.Status;
import org.thun.reporting.PortfolioReport.Line;
import org.thun.testing.EvidenceTest;

class PortfolioModuleTests extends EvidenceTest {

    @Autowired
    private Portfolios portfolios;

    @Test
    void putsGrantsSideBySideWithTheirIndicatorsAndMoney() {
        Line line = portfolios.of(PROGRAMME, officer).orElseThrow().lines().get(0);

        assertThat(line.number()).isEqualTo(grant.number());
        assertThat(line.indicators()).hasSize(7);
        assertThat(line.count(Status.NO_DATA)).isPositive();
        assertThat(line.money().amount()).isEqualTo(grant.amount());
    }

    @Test
    void showsMoneyOnlyToThoseWhoReadTranches() {
        Actor evaluator = hire(Role.EV, ScopeKind.PROGRAMME, PROGRAMME);

        assertThat(portfolios.of(PROGRAMME, evaluator).orElseThrow().lines().get(0).money()).isNull();
        assertThat(portfolios.of(PROGRAMME, funder).orElseThrow().lines().get(0).money()).isNotNull();
    }

    @Test
    void isClosedToPeopleOfOneCentre() throws Exception {
        assertThat(portfolios.of(PROGRAMME, dataManager)).isEmpty();
        mvc.perform(get(path()).with(signedIn(dataManager))).andExpect(status().isNotFound());
        mvc.perform(get("/reports").with(signedIn(dataManager))).andExpect(content().string(not(containsString(path()))));
    }

    @Test
    void handsOutThePageAndTheFiles() throws Exception {
        mvc.perform(get("/reports").with(signedIn(funder))).andExpect(content().string(containsString(path())));
        mvc.perform(get(path()).with(signedIn(funder))).andExpect(status().isOk()).andExpect(content().string(allOf(
                containsString(grant.number()), containsString("1,000,000.00"), containsString("IND7"))));
        for (ReportFormat format : new ReportFormat[] {ReportFormat.PDF, ReportFormat.XLSX, ReportFormat.DOCX}) {
            for (String language : new String[] {"th", "en"}) {
                byte[] file = mvc.perform(get(path() + "/file." + format.extension() + "?lang=" + language).with(signedIn(funder)))
                        .andExpect(status().isOk()).andExpect(content().contentType(format.mediaType()))
                        .andExpect(header().string("Content-Disposition", containsString("." + format.extension())))
                        .andReturn().getResponse().getContentAsByteArray();
                assertThat(file).hasSizeGreaterThan(1000);
            }
        }
        mvc.perform(get("/reports/portfolio/unknown").with(signedIn(funder))).andExpect(status().isNotFound());
    }

    private static String path() {
        return "/reports/portfolio/" + PROGRAMME;
    }
}
