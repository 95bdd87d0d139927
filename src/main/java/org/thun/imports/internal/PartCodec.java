package org.thun.imports.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** How the rows of a part are kept: packed JSON arrays {@code [number, fault, cell, cell, …]}. */
final class PartCodec {

    private static final JsonFactory JSON = new JsonFactory();

    private PartCodec() {}

    static byte[] write(List<RawRow> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (JsonGenerator json = JSON.createGenerator(new FastGzip(bytes))) {
            json.writeStartArray();
            for (RawRow row : rows) {
                json.writeStartArray();
                json.writeNumber(row.number());
                json.writeString(row.fault() == null ? null : row.fault().name());
                for (String cell : row.cells()) {
                    json.writeString(cell);
                }
                json.writeEndArray();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written but memory", e);
        }
        return bytes.toByteArray();
    }

    static List<RawRow> read(byte[] content) {
        List<RawRow> rows = new ArrayList<>();
        try (JsonParser json = JSON.createParser(new GZIPInputStream(new ByteArrayInputStream(content), 1 << 14))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                json.nextToken();
                int number = json.getIntValue();
                String fault = json.nextTextValue();
                List<String> cells = new ArrayList<>();
                for (String cell = json.nextTextValue(); cell != null; cell = json.nextTextValue()) {
                    cells.add(cell);
                }
                rows.add(new RawRow(number, fault == null ? null : RawRow.Fault.valueOf(fault), cells));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a part of an import cannot be read back", e);
        }
        return rows;
    }

    /** Names repeat within a part; packing harder would gain little. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out, 1 << 14);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
