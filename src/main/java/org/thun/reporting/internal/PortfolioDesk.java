package org.thun.reporting.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.thun.disbursement.Disbursements;
import org.thun.disbursement.Statement;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.indicators.IndicatorQueries;
import org.thun.programmes.ProgrammeSummary;
import org.thun.programmes.Programmes;
import org.thun.progress.PeriodReports;
import org.thun.reporting.MonitoringReport.Status;
import org.thun.reporting.PortfolioReport;
import org.thun.reporting.PortfolioReport.Line;
import org.thun.reporting.PortfolioReport.PortfolioMoney;
import org.thun.reporting.PortfolioReport.Standing;
import org.thun.reporting.Portfolios;
import org.thun.reporting.ReportAccess;
import org.thun.reporting.ReportFormat;
import org.thun.shared.BusinessClock;
import org.thun.shared.Money;
import org.thun.shared.ThaiDates;

/** Collects the portfolio from the grants a person may read in full, and prints it. */
@Service
class PortfolioDesk implements Portfolios {

    private final Grants grants;
    private final Programmes programmes;
    private final IndicatorQueries indicators;
    private final PeriodReports periods;
    private final Disbursements disbursements;
    private final MessageSource messages;
    private final BusinessClock clock;
    private final JasperTemplates templates = new JasperTemplates();

    PortfolioDesk(Grants grants, Programmes programmes, IndicatorQueries indicators, PeriodReports periods,
            Disbursements disbursements, MessageSource messages, BusinessClock clock) {
        this.grants = grants;
        this.programmes = programmes;
        this.indicators = indicators;
        this.periods = periods;
        this.disbursements = disbursements;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<ProgrammeSummary> programmes(Actor actor) {
        List<String> keys = readable(actor).stream().map(Grant::programmeKey).distinct().toList();
        return programmes.all().stream().filter(programme -> keys.contains(programme.key())).toList();
    }

    @Override
    public Optional<PortfolioReport> of(String programmeKey, Actor actor) {
        List<Grant> known = readable(actor).stream().filter(grant -> grant.programmeKey().equals(programmeKey)).toList();
        return known.isEmpty()
                ? Optional.empty()
                : programmes.current(programmeKey).map(programme -> new PortfolioReport(programme.title(), clock.today(),
                        clock.dateTime(), known.stream().anyMatch(Grant::synthetic),
                        known.stream().map(grant -> line(grant, actor)).toList()));
    }

    private List<Grant> readable(Actor actor) {
        return grants.visibleTo(actor).stream().filter(grant -> ReportAccess.of(actor, grant).whole()).toList();
    }

    private Line line(Grant grant, Actor actor) {
        LocalDate today = clock.today();
        boolean runs = grant.effectiveFrom() != null;
        return new Line(grant.id(), grant.number(), grant.title(), grant.granteeName(), grant.state(), grant.effectiveFrom(),
                grant.endsOn(),
                actor.may(Action.READ, ObjectKind.TRANCHE, grant.scope()) ? money(grant) : null,
                runs ? (int) periods.ofGrant(grant.id()).stream()
                        .filter(report -> report.firstSubmittedOn() == null && report.dueOn().isBefore(today))
                        .count() : 0,
                runs && !today.isBefore(grant.effectiveFrom())
                        ? indicators.measure(grant, today).stream()
                                .map(at -> new Standing(at.indicator().id(), Status.valueOf(at.status().name())))
                                .toList()
                        : List.of());
    }

    private PortfolioMoney money(Grant grant) {
        Statement statement = disbursements.statement(grant.id());
        return new PortfolioMoney(grant.amount(), statement.received(), statement.spent(), statement.balance());
    }

    @Override
    public byte[] render(PortfolioReport report, ReportFormat format, Locale wanted) {
        ReportTexts texts = ReportTexts.of("portfolio", wanted);
        try {
            return switch (format) {
                case PDF -> MonitoringPdf.export(pages(report, texts), texts.text("title"), report.programme().in(texts.locale()),
                        texts.locale());
                case DOCX -> MonitoringDocx.export(pages(report, texts), texts.text("title"),
                        report.programme().in(texts.locale()));
                case XLSX -> MonitoringWorkbook.export(
                        List.of(fill("portfolio-sheet", report, texts, figures(report, texts))), List.of(texts.text("sheet")));
                case HTML -> throw new IllegalArgumentException("the portfolio as HTML is its page");
            };
        } catch (JRException e) {
            throw new IllegalStateException("portfolio cannot be made as " + format, e);
        }
    }

    @Override
    public String fileName(PortfolioReport report, ReportFormat format, Locale wanted) {
        ReportTexts texts = ReportTexts.of("portfolio", wanted);
        return texts.text("file", ThaiDates.formatShort(report.asOf(), texts.locale())).replace(' ', '-') + "."
                + format.extension();
    }

    private JasperPrint pages(PortfolioReport report, ReportTexts texts) throws JRException {
        return fill("portfolio", report, texts, words(report, texts));
    }

    private JasperPrint fill(String template, PortfolioReport report, ReportTexts texts, List<Map<String, ?>> rows)
            throws JRException {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, texts.locale());
        parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, texts.bundle());
        parameters.put("programme", report.programme().in(texts.locale()));
        parameters.put("synthetic", report.synthetic());
        parameters.put("footer", texts.text("footer", ThaiDates.formatShort(report.asOf(), texts.locale()),
                ThaiDates.formatDateTime(report.generatedAt(), texts.locale()), report.lines().size()));
        return templates.fill(template, parameters, new JRMapCollectionDataSource(rows));
    }

    /** The lines as they are read on paper. */
    private List<Map<String, ?>> words(PortfolioReport report, ReportTexts texts) {
        List<Map<String, ?>> rows = new ArrayList<>();
        for (Line line : report.lines()) {
            Map<String, Object> row = common(line, texts);
            row.put("grant", line.number() + "\n" + line.title().in(texts.locale()) + "\n" + line.grantee().in(texts.locale()));
            row.put("amount", money(line.money() == null ? null : line.money().amount(), texts));
            row.put("paid", money(line.money() == null ? null : line.money().paid(), texts));
            row.put("spent", money(line.money() == null ? null : line.money().spent(), texts));
            row.put("balance", money(line.money() == null ? null : line.money().balance(), texts));
            row.put("late", line.lateReports() == 0 ? texts.text("late.none") : texts.text("late", line.lateReports()));
            rows.add(row);
        }
        return rows;
    }

    /** The lines as a workbook calculates with them. */
    private List<Map<String, ?>> figures(PortfolioReport report, ReportTexts texts) {
        List<Map<String, ?>> rows = new ArrayList<>();
        for (Line line : report.lines()) {
            Map<String, Object> row = common(line, texts);
            row.put("number", line.number());
            row.put("title", line.title().in(texts.locale()));
            row.put("grantee", line.grantee().in(texts.locale()));
            row.put("amount", number(line.money() == null ? null : line.money().amount(), texts));
            row.put("paid", number(line.money() == null ? null : line.money().paid(), texts));
            row.put("spent", number(line.money() == null ? null : line.money().spent(), texts));
            row.put("balance", number(line.money() == null ? null : line.money().balance(), texts));
            row.put("late", line.lateReports());
            row.put("onTrack", line.count(Status.GREEN));
            row.put("watch", line.count(Status.AMBER));
            row.put("behind", line.count(Status.RED));
            row.put("noData", line.count(Status.NO_DATA));
            rows.add(row);
        }
        return rows;
    }

    private Map<String, Object> common(Line line, ReportTexts texts) {
        Map<String, Object> row = new HashMap<>();
        row.put("state", messages.getMessage(line.state().messageKey(), null, texts.locale()));
        row.put("term", line.startsOn() == null ? texts.text("value.missing") : texts.text("range",
                ThaiDates.formatShort(line.startsOn(), texts.locale()), ThaiDates.formatShort(line.endsOn(), texts.locale())));
        row.put("indicators", indicators(line, texts));
        return row;
    }

    /** How many are on track, and which are not. */
    private static String indicators(Line line, ReportTexts texts) {
        if (line.indicators().isEmpty()) {
            return texts.text("value.missing");
        }
        List<String> parts = new ArrayList<>();
        parts.add(texts.text("indicators.onTrack", line.count(Status.GREEN), line.indicators().size()));
        for (Status status : List.of(Status.AMBER, Status.RED, Status.NO_DATA)) {
            List<String> ids = line.indicators().stream()
                    .filter(standing -> standing.status() == status)
                    .map(Standing::indicatorId)
                    .toList();
            if (!ids.isEmpty()) {
                parts.add(texts.text("indicators." + status, String.join(", ", ids)));
            }
        }
        return String.join("\n", parts);
    }

    private static String money(Money money, ReportTexts texts) {
        return money == null ? texts.text("value.missing") : money.formatted();
    }

    private static Object number(Money money, ReportTexts texts) {
        return money == null ? texts.text("value.missing") : money.toBaht();
    }
}
