package org.thun.documents.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The kinds of files that are taken in, told by their content. */
enum FileKind {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ZIP("application/zip", "zip"),
    CSV("text/csv", "csv", "txt");

    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] ZIP_START = {'P', 'K', 3, 4};
    private static final byte[] PDF_START = {'%', 'P', 'D', 'F', '-'};

    /** Encodings in which tables of the field come. */
    private static final List<Charset> TEXT = List.of(StandardCharsets.UTF_8, Charset.forName("x-windows-874"));

    private final String mediaType;
    private final List<String> endings;

    FileKind(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    String mediaType() {
        return mediaType;
    }

    /** The name with an ending that fits the content, so that nobody's machine opens it as something else. */
    String named(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String ending = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return endings.contains(ending) ? fileName : fileName + "." + endings.get(0);
    }

    /** The kind of a file; empty if it is none of those taken in. */
    static Optional<FileKind> of(byte[] content) {
        if (begins(content, PDF_START)) {
            return Optional.of(PDF);
        }
        if (begins(content, PNG_START)) {
            return Optional.of(PNG);
        }
        if (begins(content, JPEG_START)) {
            return Optional.of(JPEG);
        }
        if (begins(content, ZIP_START)) {
            return ofArchive(content);
        }
        return isText(content) ? Optional.of(CSV) : Optional.empty();
    }

    /** Reads the table of contents only, so that an archive that would unpack to terabytes is as cheap as any other. */
    private static Optional<FileKind> ofArchive(byte[] content) {
        try {
            Path file = Files.createTempFile("thun-upload", ".zip");
            try {
                Files.copy(new ByteArrayInputStream(content), file, StandardCopyOption.REPLACE_EXISTING);
                try (ZipFile archive = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
                    return ofEntries(archive.stream().map(entry -> entry.getName()).collect(Collectors.toSet()));
                }
            } finally {
                Files.delete(file);
            }
        } catch (ZipException e) {
            // Not an archive that can be read: damaged, or something else that begins like one.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot examine an upload", e);
        }
    }

    private static Optional<FileKind> ofEntries(Set<String> names) {
        if (!names.contains("[Content_Types].xml")) {
            return Optional.of(ZIP);
        }
        if (names.stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
            return Optional.empty();
        }
        if (names.contains("xl/workbook.xml")) {
            return Optional.of(XLSX);
        }
        return names.contains("word/document.xml") ? Optional.of(DOCX) : Optional.empty();
    }

    private static boolean isText(byte[] content) {
        for (byte b : content) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
                return false;
            }
        }
        String start = new String(content, 0, Math.min(content.length, 256), StandardCharsets.ISO_8859_1).stripLeading();
        // A page or a drawing is text too, but one that runs in a browser.
        return !start.startsWith("<") && TEXT.stream().anyMatch(charset -> decodes(content, charset));
    }

    private static boolean decodes(byte[] content, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean begins(byte[] content, byte[] start) {
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }
}
