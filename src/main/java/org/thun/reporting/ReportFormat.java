package org.thun.reporting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a report is handed out. */
public enum ReportFormat {

    /** For print and signature. */
    PDF("pdf", "application/pdf"),
    /** For further calculation: numbers are numbers. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** For people who edit: the pages of the PDF as a text document. */
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /** The accessible original: one file without references to anything outside. */
    HTML("html", "text/html;charset=UTF-8");

    private final String extension;
    private final String mediaType;

    ReportFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** The ending of file names and addresses, without the dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The format with that extension in any case, or nothing. */
    public static Optional<ReportFormat> of(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
