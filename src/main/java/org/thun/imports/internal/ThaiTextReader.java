package org.thun.imports.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Text of a Thai office, whatever program wrote it: UTF-8 with or without a mark, UTF-16, or TIS-620 with its extension
 * Windows-874. In files glued together from several sources each line is read in its own encoding. A statistic of our own:
 * the detectors there are tell Thai apart from Russian, but not one line from the next.
 */
final class ThaiTextReader extends Reader {

    /** Stands for bytes that are no text in any of the encodings. */
    static final char UNREADABLE = '\uFFFD';

    private static final Charset WINDOWS_874 = Charset.forName("x-windows-874");
    private static final int SAMPLE = 4 * 1024 * 1024;
    private static final int LONGEST_LINE = 1024 * 1024;
    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final boolean mostlyUtf8;
    private final byte[] block = new byte[BLOCK];
    private int blockAt;
    private int blockEnd;
    private byte[] line = new byte[8192];
    private String text = "";
    private int position;
    private boolean sawUtf8;
    private boolean saw874;

    private ThaiTextReader(InputStream in, boolean mostlyUtf8) {
        this.in = in;
        this.mostlyUtf8 = mostlyUtf8;
    }

    /** A file opened for reading, and under which name its encoding is known once it has been read. */
    record Opened(Reader reader, Supplier<String> encoding) {}

    static Opened open(Path file) throws IOException, Unreadable {
        byte[] sample;
        try (InputStream in = Files.newInputStream(file)) {
            sample = in.readNBytes(SAMPLE);
        }
        Charset utf16 = utf16(sample);
        if (utf16 != null) {
            return new Opened(new BufferedReader(new InputStreamReader(Files.newInputStream(file), utf16)), () -> "UTF-16");
        }
        if (binary(sample)) {
            throw new Unreadable("imports.problem.file.binary");
        }
        InputStream in = Files.newInputStream(file);
        if (sample.length >= 3 && (sample[0] & 0xFF) == 0xEF && (sample[1] & 0xFF) == 0xBB && (sample[2] & 0xFF) == 0xBF) {
            in.skipNBytes(3);
        }
        ThaiTextReader reader = new ThaiTextReader(in, mostlyUtf8(sample));
        return new Opened(reader, reader::encoding);
    }

    private String encoding() {
        if (sawUtf8 && saw874) {
            return "UTF-8 + Windows-874";
        }
        return saw874 ? "Windows-874" : "UTF-8";
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (position == text.length() && !nextLine()) {
            return -1;
        }
        int count = Math.min(length, text.length() - position);
        text.getChars(position, position + count, target, offset);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean nextLine() throws IOException {
        int length = 0;
        boolean ascii = true;
        boolean ended = false;
        while (!ended && hasMore()) {
            int from = blockAt;
            while (blockAt < blockEnd && !ended) {
                byte next = block[blockAt++];
                ascii &= next >= 0;
                ended = next == '\n';
            }
            length = append(from, blockAt - from, length);
        }
        if (length == 0) {
            return false;
        }
        text = ascii ? new String(line, 0, length, StandardCharsets.ISO_8859_1) : decode(length);
        position = 0;
        return true;
    }

    private boolean hasMore() throws IOException {
        if (blockAt == blockEnd) {
            blockAt = 0;
            blockEnd = Math.max(0, in.read(block));
        }
        return blockAt < blockEnd;
    }

    /** Adds a piece of the block to the line; gives the line's length. */
    private int append(int from, int count, int length) throws LineTooLong {
        int longer = length + count;
        if (longer > LONGEST_LINE) {
            throw new LineTooLong();
        }
        if (longer > line.length) {
            line = Arrays.copyOf(line, Math.min(LONGEST_LINE, Math.max(longer, line.length * 2)));
        }
        System.arraycopy(block, from, line, length, count);
        return longer;
    }

    private String decode(int length) {
        int thai = thaiInUtf8(line, length);
        // Two letters in Windows-874 may look like one of UTF-8, but never like a Thai one.
        if (thai > 0 || thai == 0 && mostlyUtf8) {
            sawUtf8 = true;
            return new String(line, 0, length, StandardCharsets.UTF_8);
        }
        saw874 = true;
        return new String(line, 0, length, WINDOWS_874);
    }

    /** Whether most lines that could be either are UTF-8. */
    private static boolean mostlyUtf8(byte[] sample) {
        int utf8 = 0;
        int other = 0;
        int from = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] == '\n' || i == sample.length - 1) {
                byte[] each = Arrays.copyOfRange(sample, from, i + 1);
                int thai = thaiInUtf8(each, each.length);
                if (thai > 0) {
                    utf8++;
                } else if (thai < 0 && i < sample.length - 1) {
                    other++;
                }
                from = i + 1;
            }
        }
        return utf8 >= other;
    }

    /** How many Thai letters the bytes hold as UTF-8; -1 if they are no UTF-8. */
    private static int thaiInUtf8(byte[] bytes, int length) {
        int thai = 0;
        for (int i = 0; i < length; i++) {
            int lead = bytes[i] & 0xFF;
            int more = lead < 0x80 ? 0 : lead >= 0xC2 && lead < 0xE0 ? 1 : lead >= 0xE0 && lead < 0xF0 ? 2
                    : lead >= 0xF0 && lead < 0xF5 ? 3 : -1;
            if (more < 0 || i + more >= length) {
                return -1;
            }
            for (int k = 1; k <= more; k++) {
                if ((bytes[i + k] & 0xC0) != 0x80) {
                    return -1;
                }
            }
            int second = more == 0 ? 0 : bytes[i + 1] & 0xFF;
            thai += lead == 0xE0 && (second == 0xB8 || second == 0xB9) ? 1 : 0;
            i += more;
        }
        return thai;
    }

    private static Charset utf16(byte[] sample) {
        if (sample.length >= 2) {
            int mark = (sample[0] & 0xFF) << 8 | sample[1] & 0xFF;
            if (mark == 0xFEFF || mark == 0xFFFE) {
                return StandardCharsets.UTF_16;
            }
        }
        // Without a mark: separators and digits have a zero byte, always on the same side.
        int[] zeros = new int[2];
        int looked = Math.min(sample.length, 4096);
        for (int i = 0; i < looked; i++) {
            zeros[i % 2] += sample[i] == 0 ? 1 : 0;
        }
        if (zeros[0] + zeros[1] < Math.max(2, looked / 50)) {
            return null;
        }
        if (zeros[0] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return zeros[1] == 0 ? StandardCharsets.UTF_16BE : null;
    }

    /** Text has no zero bytes and hardly any control characters. */
    private static boolean binary(byte[] sample) {
        int odd = 0;
        int looked = Math.min(sample.length, 4096);
        for (int i = 0; i < looked; i++) {
            int b = sample[i] & 0xFF;
            odd += b == 0 || b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' ? 1 : 0;
        }
        return odd > looked / 20;
    }

    /** A line so long that the file is no table of lines. */
    static final class LineTooLong extends IOException {

        private static final long serialVersionUID = 1L;

        LineTooLong() {
            super("line longer than " + LONGEST_LINE + " bytes");
        }
    }
}
