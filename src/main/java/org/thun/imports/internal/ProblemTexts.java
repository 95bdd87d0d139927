package org.thun.imports.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.thun.shared.LocalizedText;
import org.thun.shared.Problem;

/** Keeps problems until somebody reads them, in whatever language that will be. */
@Component
class ProblemTexts {

    private static final TypeReference<List<Kept>> KEPT = new TypeReference<>() {};

    private final ObjectMapper json;

    ProblemTexts(ObjectMapper json) {
        this.json = json;
    }

    /** A problem as it is kept; one of the parts of an argument is set. */
    private record Kept(String field, String key, List<Arg> args, String rule) {}

    private record Arg(String text, String en, Long number, LocalDate day, LocalDateTime at) {

        static Arg of(Object value) {
            if (value instanceof LocalDate day) {
                return new Arg(null, null, null, day, null);
            }
            if (value instanceof LocalDateTime at) {
                return new Arg(null, null, null, null, at);
            }
            if (value instanceof Integer || value instanceof Long) {
                return new Arg(null, null, ((Number) value).longValue(), null, null);
            }
            if (value instanceof LocalizedText text) {
                return new Arg(text.th(), text.en() == null ? text.th() : text.en(), null, null, null);
            }
            return new Arg(String.valueOf(value), null, null, null, null);
        }

        Object value() {
            if (day != null) {
                return day;
            }
            if (at != null) {
                return at;
            }
            if (number != null) {
                return number;
            }
            return en == null ? text : new LocalizedText(text, en);
        }
    }

    String write(List<Problem> problems) {
        try {
            return problems.isEmpty() ? null : json.writeValueAsString(problems.stream()
                    .map(problem -> new Kept(problem.field(), problem.messageKey(),
                            problem.args().stream().map(Arg::of).toList(), problem.rule()))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("problems are plain values", e);
        }
    }

    List<Problem> read(String kept) {
        try {
            return kept == null ? List.of() : json.readValue(kept, KEPT).stream()
                    .map(each -> new Problem(each.field(), each.key(),
                            each.args().stream().map(Arg::value).toList(), each.rule()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("problems cannot be read back", e);
        }
    }
}
