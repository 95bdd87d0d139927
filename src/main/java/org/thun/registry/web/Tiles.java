package org.thun.registry.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.thun.shared.LocalizedText;

/**
 * The provinces of Thailand as tiles of one size, roughly as they lie: a small province is read as easily as a large one, and
 * no outline is drawn that nobody may copy.
 */
final class Tiles {

    private static final String FILE = "maps/thailand.csv";

    private static final Map<String, Tile> BY_PROVINCE = read();

    private Tiles() {}

    /**
     * Where a province stands.
     *
     * @param province number of the province in TIS 1099
     * @param letters the letters by which it is known
     * @param column from the left, from 0
     * @param row from the top, from 0
     */
    record Tile(String province, LocalizedText letters, int column, int row) {}

    /** All tiles by number of the province. */
    static Map<String, Tile> byProvince() {
        return BY_PROVINCE;
    }

    private static Map<String, Tile> read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new ClassPathResource(FILE).getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .map(cells -> new Tile(cells[0], new LocalizedText(cells[1], cells[2]), Integer.parseInt(cells[3]),
                            Integer.parseInt(cells[4])))
                    .collect(Collectors.toUnmodifiableMap(Tile::province, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
