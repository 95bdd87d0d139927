package org.thun.journeys;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** The pictures of docs/tour.md: what fits the window, with few colours, so that a clone of the repository stays small. */
final class TourPicture {

    private static final Path PLACE = Path.of("target", "tour");
    private static final int COLOURS = 256;

    private TourPicture() {}

    static void take(Page page, String name) {
        page.evaluate("window.scrollTo(0, 0)");
        byte[] png = page.screenshot();
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            Files.createDirectories(PLACE);
            ImageIO.write(withFewColours(picture), "png", PLACE.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The picture's most frequent colours; the others, which are edges of letters, become the nearest of them. */
    private static BufferedImage withFewColours(BufferedImage picture) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(coarse(pixel), 1, Integer::sum);
        }
        int[] palette = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        byte[][] parts = new byte[3][palette.length];
        for (int i = 0; i < palette.length; i++) {
            parts[0][i] = (byte) (palette[i] >> 16);
            parts[1][i] = (byte) (palette[i] >> 8);
            parts[2][i] = (byte) palette[i];
        }
        BufferedImage small = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, palette.length, parts[0], parts[1], parts[2]));
        Map<Integer, Integer> nearest = new HashMap<>();
        int[] row = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            row[i] = nearest.computeIfAbsent(coarse(pixels[i]), colour -> nearest(palette, colour));
        }
        small.getRaster().setPixels(0, 0, picture.getWidth(), picture.getHeight(), row);
        return small;
    }

    /** Pure white stays white. */
    private static int coarse(int pixel) {
        int colour = pixel & 0xF8F8F8;
        return colour | colour >> 5 & 0x070707;
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        int distance = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int red = (palette[i] >> 16 & 0xFF) - (colour >> 16 & 0xFF);
            int green = (palette[i] >> 8 & 0xFF) - (colour >> 8 & 0xFF);
            int blue = (palette[i] & 0xFF) - (colour & 0xFF);
            int far = red * red + green * green + blue * blue;
            if (far < distance) {
                distance = far;
                best = i;
            }
        }
        return best;
    }
}
