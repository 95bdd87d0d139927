package org.thun.reporting.web;

import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.reporting.ReportFormat;
import org.thun.reporting.Statements;
import org.thun.reporting.Statements.StatementFile;
import org.thun.web.NotFound;

/** The period report and the closing statement as files. */
@Controller
class StatementPages {

    private final Statements statements;
    private final Grants grants;

    StatementPages(Statements statements, Grants grants) {
        this.statements = statements;
        this.grants = grants;
    }

    @GetMapping("/grants/{grantId}/reports/{periodNo:[0-9]+}/statement.{extension:pdf|xlsx}")
    ResponseEntity<byte[]> period(@PathVariable String grantId, @PathVariable int periodNo, @PathVariable String extension,
            @RequestParam(required = false) String lang, Actor actor) {
        return answer(statements
                .period(grant(grantId, actor), periodNo, format(extension), locale(lang), actor)
                .orElseThrow(() -> new NotFound("statement of period " + periodNo + " of grant " + grantId)));
    }

    @GetMapping("/grants/{grantId}/close-out/statement.{extension:pdf|xlsx}")
    ResponseEntity<byte[]> closing(@PathVariable String grantId, @PathVariable String extension,
            @RequestParam(required = false) String lang, Actor actor) {
        return answer(statements
                .closing(grant(grantId, actor), format(extension), locale(lang), actor)
                .orElseThrow(() -> new NotFound("closing statement of grant " + grantId)));
    }

    private Grant grant(String grantId, Actor actor) {
        return grants.find(grantId, actor).orElseThrow(() -> new NotFound("grant " + grantId));
    }

    private static ReportFormat format(String extension) {
        return ReportFormat.of(extension).orElseThrow(() -> new NotFound("statement as " + extension));
    }

    private static Locale locale(String lang) {
        return lang == null ? LocaleContextHolder.getLocale() : Locale.forLanguageTag(lang);
    }

    private static ResponseEntity<byte[]> answer(StatementFile file) {
        return ReportDesk.file(file.content(), file.format(), file.fileName(), "statement");
    }
}
