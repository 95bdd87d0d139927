package org.thun.privacy.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thun.grants.Grants;
import org.thun.privacy.SubjectFile;
import org.thun.privacy.SubjectFile.Held;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.registry.RecordFacts;
import org.thun.registry.RegisterLists;
import org.thun.shared.ThaiDates;
import org.thun.web.Formats;

/** The file of all that is held about a person as pages to be handed over, in the language the person reads. */
@Component
class SubjectPdf {

    private static final String TEMPLATE = "/reports/subject-file.jrxml";

    private final Programmes programmes;
    private final Grants grants;
    private final Formats formats;
    private volatile JasperReport template;

    SubjectPdf(Programmes programmes, Grants grants, Formats formats) {
        this.programmes = programmes;
        this.grants = grants;
        this.formats = formats;
    }

    /** One line of the file. */
    private record Line(String record, String section, String label, String value) {

        Map<String, ?> asMap() {
            return Map.of("record", record, "section", section, "label", label, "value", value);
        }
    }

    byte[] print(SubjectFile file, Locale language) {
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        try {
            // Formats speak the language of the present request; the file that of the person.
            LocaleContextHolder.setLocale(language);
            return export(JasperFillManager.fillReport(template(), parameters(file, language),
                    new JRMapCollectionDataSource(lines(file, language))), language);
        } catch (JRException e) {
            throw new IllegalStateException("the file of a person cannot be printed", e);
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private Map<String, Object> parameters(SubjectFile file, Locale language) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, language);
        parameters.put("heading", formats.message("privacy.file"));
        parameters.put("lead", formats.message("privacy.file.made", formats.dateTime(file.madeAt()), file.madeBy()));
        parameters.put("elsewhere",
                file.elsewhere() > 0 ? formats.message("privacy.file.elsewhere", file.elsewhere()) : null);
        parameters.put("page", formats.message("privacy.file.page", "{0}"));
        parameters.put("pages", formats.message("privacy.file.pages", "{0}"));
        parameters.put("continued", formats.message("privacy.file.continued"));
        return parameters;
    }

    private List<Map<String, ?>> lines(SubjectFile file, Locale language) {
        List<Map<String, ?>> lines = new ArrayList<>();
        for (Held held : file.records()) {
            List<Line> some = new ArrayList<>();
            String record = held.record().number() + " " + formats.any(held.record().facts().fullName());
            said(held, record, some, language);
            happened(held, record, some);
            some.forEach(line -> lines.add(line.asMap()));
        }
        return lines;
    }

    /** What the record says now. */
    private void said(Held held, String record, List<Line> lines, Locale language) {
        RecordFacts facts = held.record().facts();
        ProgrammeDefinition definition = definition(held);
        String section = formats.message("privacy.file.now");
        add(lines, record, section, "registry.field.nameEn", facts.nameEn());
        add(lines, record, section, "registry.field.district", facts.district());
        add(lines, record, section, "registry.field.sexCode",
                facts.sexCode() == null ? null : definition.label(RegisterLists.SEX, facts.sexCode()));
        add(lines, record, section, "registry.field.roles", roles(facts, definition));
        add(lines, record, section, "registry.field.source", facts.source());
        add(lines, record, section, "registry.field.ground", facts.ground());
        add(lines, record, section, "registry.field.consentedOn", facts.consentedOn());
        add(lines, record, section, "registry.field.note", facts.note());
        add(lines, record, section, "registry.state", held.record().state());
        if (held.sensitive() != null) {
            Integer born = held.sensitive().birthYear();
            boolean thai = !language.getLanguage().equals(Locale.ENGLISH.getLanguage());
            add(lines, record, section, "registry.field.birthYear",
                    born == null ? null : String.valueOf(thai ? ThaiDates.buddhistYear(LocalDate.of(born, 1, 1)) : born));
            add(lines, record, section, "registry.field.subdistrict", held.sensitive().subdistrict());
            add(lines, record, section, "registry.field.citizenNumber", held.sensitive().citizenNumber());
        }
    }

    /** What has happened to the record. */
    private void happened(Held held, String record, List<Line> lines) {
        held.versions().forEach(version -> lines.add(new Line(record, formats.message("privacy.file.versions"),
                version.versionNo() + " · " + formats.dateTime(version.savedAt()),
                formats.any(version.facts().fullName()) + " · " + version.savedByName())));
        held.counted().forEach(counted -> lines.add(new Line(record, formats.message("privacy.file.counted"),
                counted.facet() == null
                        ? formats.any(null)
                        : formats.text(definition(held).label(ProgrammeDefinition.PERSON_ROLES, counted.facet())),
                formats.date(counted.fromDay()) + " – " + formats.date(counted.toDay()))));
        held.files().forEach(name ->
                lines.add(new Line(record, formats.message("registry.files"), "", name)));
        held.trail().forEach(trace -> lines.add(new Line(record, formats.message("privacy.history"),
                formats.dateTime(trace.at()), formats.message("audit.command." + trace.command()) + " · " + trace.who()
                        + (trace.reason() == null ? "" : " · " + trace.reason()))));
    }

    private void add(List<Line> lines, String record, String section, String label, Object value) {
        lines.add(new Line(record, section, formats.message(label), formats.any(value)));
    }

    private String roles(RecordFacts facts, ProgrammeDefinition definition) {
        return facts.roles().stream()
                .map(held -> formats.text(definition.label(ProgrammeDefinition.PERSON_ROLES, held.role()))
                        + (held.detail() == null ? "" : " (" + formats.text(definition.label(
                                RegisterLists.detailList(definition, held.role()), held.detail())) + ")"))
                .collect(Collectors.joining(", "));
    }

    private ProgrammeDefinition definition(Held held) {
        var grant = grants.get(held.record().facts().grantId());
        return programmes.version(grant.programmeKey(), grant.programmeVersion());
    }

    private byte[] export(JasperPrint pages, Locale language) throws JRException {
        pages.setProperty("net.sf.jasperreports.export.pdf.classic.document.language", language.toLanguageTag());
        SimplePdfExporterConfiguration document = new SimplePdfExporterConfiguration();
        document.setMetadataTitle(formats.message("privacy.file"));
        document.setDisplayMetadataTitle(true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JRPdfExporter exporter = new JRPdfExporter();
        exporter.setExporterInput(new SimpleExporterInput(pages));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        exporter.setConfiguration(document);
        exporter.exportReport();
        return out.toByteArray();
    }

    private JasperReport template() {
        if (template == null) {
            try (InputStream source = SubjectPdf.class.getResourceAsStream(TEMPLATE)) {
                template = JasperCompileManager.compileReport(source);
            } catch (IOException | JRException e) {
                throw new IllegalStateException("report template does not compile: " + TEMPLATE, e);
            }
        }
        return template;
    }
}
