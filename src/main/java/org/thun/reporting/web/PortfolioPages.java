package org.thun.reporting.web;

import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.thun.identity.Actor;
import org.thun.reporting.PortfolioReport;
import org.thun.reporting.Portfolios;
import org.thun.reporting.ReportFormat;
import org.thun.web.NotFound;

/** The portfolio of a programme: the page, and its files. */
@Controller
@RequestMapping("/reports/portfolio/{programmeKey:[a-z0-9-]+}")
class PortfolioPages {

    private final Portfolios portfolios;

    PortfolioPages(Portfolios portfolios) {
        this.portfolios = portfolios;
    }

    @GetMapping
    String page(@PathVariable String programmeKey, Actor actor, Model model) {
        model.addAttribute("report", report(programmeKey, actor));
        model.addAttribute("path", "/reports/portfolio/" + programmeKey);
        return "reporting/portfolio";
    }

    @GetMapping("/file.{extension:pdf|xlsx|docx}")
    ResponseEntity<byte[]> file(@PathVariable String programmeKey, @PathVariable String extension,
            @RequestParam(required = false) String lang, Actor actor) {
        PortfolioReport report = report(programmeKey, actor);
        ReportFormat format = ReportFormat.of(extension).orElseThrow(() -> new NotFound("portfolio as " + extension));
        Locale locale = lang == null ? LocaleContextHolder.getLocale() : Locale.forLanguageTag(lang);
        return ReportDesk.file(portfolios.render(report, format, locale), format, portfolios.fileName(report, format, locale),
                "portfolio-%s-%s-%s".formatted(programmeKey, report.asOf(), locale.getLanguage()));
    }

    private PortfolioReport report(String programmeKey, Actor actor) {
        return portfolios.of(programmeKey, actor).orElseThrow(() -> new NotFound("portfolio of " + programmeKey));
    }
}
