package org.thun.reporting.internal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** Reads PDF with tools that had no part in writing it: {@code pdftotext} and {@code pdftoppm} of poppler-utils. */
final class Poppler {

    private Poppler() {}

    /** The text of each page, laid out as on paper. */
    static List<String> pages(byte[] pdf) {
        String text = new String(run(pdf, "pdftotext", "-layout", "-enc", "UTF-8", "FILE", "-"), StandardCharsets.UTF_8);
        return Arrays.stream(text.split("\f")).filter(page -> !page.isBlank()).toList();
    }

    /** The table of fonts, as {@code pdffonts} prints it. */
    static String fonts(byte[] pdf) {
        return new String(run(pdf, "pdffonts", "FILE"), StandardCharsets.UTF_8);
    }

    /** One page as a picture in shades of grey. */
    static BufferedImage picture(byte[] pdf, int page, int dpi) {
        byte[] png = run(pdf, "pdftoppm", "-png", "-gray", "-r", String.valueOf(dpi), "-f", String.valueOf(page), "-l",
                String.valueOf(page), "FILE");
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] run(byte[] pdf, String... command) {
        try {
            Path file = Files.createTempFile("thun-report", ".pdf");
            Path output = Files.createTempFile("thun-report", ".out");
            try {
                Files.write(file, pdf);
                List<String> words = new ArrayList<>(List.of(command));
                words.replaceAll(word -> word.equals("FILE") ? file.toString() : word);
                Process process = new ProcessBuilder(words).redirectOutput(output.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
                if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    process.destroyForcibly();
                    throw new IllegalStateException(String.join(" ", words) + " failed");
                }
                return Files.readAllBytes(output);
            } finally {
                Files.delete(file);
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new IllegalStateException("install poppler-utils to check PDF files", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
