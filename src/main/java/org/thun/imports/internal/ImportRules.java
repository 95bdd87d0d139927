package org.thun.imports.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thun.grants.Grants;
import org.thun.imports.ColumnMapping;
import org.thun.imports.ColumnMapping.Origin;
import org.thun.imports.ImportField;
import org.thun.programmes.ProgrammeDefinition;
import org.thun.programmes.Programmes;
import org.thun.shared.LocalizedText;
import org.thun.shared.Problem;

/** What a file's columns can mean, and what is wrong with what somebody says they mean. */
@Component
class ImportRules {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final Fields fields;
    private final Grants grants;
    private final Programmes programmes;
    private final ObjectMapper json;

    ImportRules(Fields fields, Grants grants, Programmes programmes, ObjectMapper json) {
        this.fields = fields;
        this.grants = grants;
        this.programmes = programmes;
        this.json = json;
    }

    ProgrammeDefinition definition(ImportFileRow file) {
        return programmes.version(file.programmeKey(), grants.get(file.grantId()).programmeVersion());
    }

    List<ImportField> fields(ImportFileRow file) {
        return fields.of(definition(file), file.registerCode());
    }

    /** Reads rows of a file whose columns are known. */
    RowReader reader(ImportFileRow file, ColumnMapping mapping) {
        return new RowReader(file.lot(), file.sourceId(), headings(file), fields(file), mapping);
    }

    List<Problem> problems(ImportFileRow file, ColumnMapping mapping) {
        List<Problem> problems = new ArrayList<>();
        List<String> headings = headings(file);
        List<ImportField> known = fields(file);
        for (ImportField field : known) {
            Origin origin = mapping.of(field.key());
            if (origin == null && field.required()) {
                problems.add(Problem.at(field.key(), "imports.problem.mapping.required", label(field)));
            } else if (origin != null && origin.column() != null && !headings.contains(origin.column())) {
                problems.add(Problem.at(field.key(), "imports.problem.mapping.column", origin.column()));
            } else if (origin != null && origin.column() == null && field.key().equals(ColumnMapping.SOURCE_KEY)) {
                problems.add(Problem.at(field.key(), "imports.problem.mapping.key").under("BR-23"));
            }
        }
        mapping.fields().keySet().stream()
                .filter(key -> known.stream().noneMatch(field -> field.key().equals(key)))
                .forEach(key -> problems.add(Problem.of("imports.problem.mapping.field", key)));
        // A row of empty cells says nothing but what is the same in all rows.
        RawRow empty = new RawRow(1, null, Collections.nCopies(headings.size(), ""));
        ColumnMapping everywhere = new ColumnMapping(mapping.fields().entrySet().stream()
                .filter(entry -> entry.getValue().column() == null && entry.getValue().value() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        problems.addAll(reader(file, everywhere).read(empty).problems().stream()
                .filter(problem -> !ColumnMapping.SOURCE_KEY.equals(problem.field()))
                .toList());
        return problems;
    }

    LocalizedText label(ImportField field) {
        return new LocalizedText(fields.label(field, Locale.forLanguageTag("th")), fields.label(field, Locale.ENGLISH));
    }

    List<String> headings(ImportFileRow file) {
        try {
            return json.readValue(file.headings(), TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headings of import " + file.id(), e);
        }
    }

    ColumnMapping mapping(String kept) {
        try {
            return kept == null ? null : json.readValue(kept, ColumnMapping.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a mapping cannot be read back", e);
        }
    }

    String write(Object plain) {
        try {
            return json.writeValueAsString(plain);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headings and mappings are plain values", e);
        }
    }
}
