package org.thun.imports.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.thun.imports.internal.ImportMapper.PartRow;

/** Takes a file in: to a temporary file first, then row by row into parts. Never holds more of it than one part. */
@Component
class FileIntake {

    /** Rows of a part: one transaction of the import. */
    static final int ROWS = 1_000;

    /** Characters after which a part is closed although it has few rows. */
    private static final long MOST_CHARACTERS = 4_000_000;

    private final ImportMapper imports;
    private final PartSeal seal;
    private final DataSize mostBytes;
    private final int mostRows;

    FileIntake(ImportMapper imports, PartSeal seal, @Value("${thun.imports.max-file-size}") DataSize mostBytes,
            @Value("${thun.imports.max-rows}") int mostRows) {
        this.imports = imports;
        this.seal = seal;
        this.mostBytes = mostBytes;
        this.mostRows = mostRows;
    }

    long mostBytes() {
        return mostBytes.toBytes();
    }

    /** A file on the disk of this machine. */
    record Landed(Path path, long bytes, String hash) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    /** What was read of a file. */
    record Taken(TableFile.Kind kind, List<String> headings, int rows, int parts) {}

    Landed land(InputStream content) throws IOException, Unreadable {
        Path path = Files.createTempFile("thun-import-", ".upload");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long bytes = 0;
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
                byte[] buffer = new byte[1 << 16];
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    bytes += read;
                    if (bytes > mostBytes.toBytes()) {
                        throw new Unreadable("imports.problem.file.tooLarge", mostBytes.toMegabytes());
                    }
                    out.write(buffer, 0, read);
                }
            }
            return new Landed(path, bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (IOException | Unreadable | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** Reads a file into parts. Called inside a transaction: of a file that proves unreadable nothing is left. */
    Taken take(String importId, Path file) throws IOException, Unreadable {
        Parts parts = new Parts(importId);
        TableFile.Kind kind = TableFile.read(file, parts);
        parts.close();
        if (parts.rows == 0) {
            throw new Unreadable("imports.problem.file.noRows");
        }
        return new Taken(kind, parts.headings, parts.rows, parts.count);
    }

    private final class Parts implements RowSink {

        private final String importId;
        private final List<RawRow> open = new ArrayList<>(ROWS);
        private List<String> headings;
        private long characters;
        private int rows;
        private int count;

        Parts(String importId) {
            this.importId = importId;
        }

        @Override
        public void headings(List<String> read) {
            headings = read;
        }

        @Override
        public void row(RawRow row) throws Unreadable {
            if (++rows > mostRows) {
                throw new Unreadable("imports.problem.file.rows", mostRows);
            }
            open.add(row);
            for (String cell : row.cells()) {
                characters += cell.length();
            }
            if (open.size() == ROWS || characters > MOST_CHARACTERS) {
                close();
            }
        }

        void close() {
            if (!open.isEmpty()) {
                imports.insertPart(new PartRow(importId, ++count, open.get(0).number(),
                        open.get(open.size() - 1).number(), seal.write(open)));
                open.clear();
                characters = 0;
            }
        }
    }
}
