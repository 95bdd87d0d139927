package org.thun.indicators.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A table as a file for spreadsheets: UTF-8 with its mark, rows ended as RFC 4180 says, numbers as numbers, nothing for what
 * is missing. A text never becomes a formula: one that begins like a formula is put behind an apostrophe.
 */
final class Csv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final List<String> lines = new ArrayList<>();

    Csv row(Object... cells) {
        return row(Arrays.asList(cells));
    }

    Csv row(List<?> cells) {
        lines.add(cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n");
        return this;
    }

    ResponseEntity<byte[]> file(String name) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .body((BYTE_ORDER_MARK + String.join("", lines)).getBytes(StandardCharsets.UTF_8));
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number) {
            return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
        }
        String text = value.toString();
        String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
