package com.regulars.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Pictures of pages beside the last approved ones. A pixel differs when one of its colours is more than {@value
 * #COLOUR_DISTANCE} of 255 away, a picture when more than {@value #PER_MILLE} of a thousand pixels do. What differs is
 * kept in {@code target/pictures}: the picture as it is, and the approved one with the differing pixels in red.
 * {@code -Dpictures.approve} keeps the pictures as they are as the approved ones.
 */
final class Pictures {

    static final Path APPROVED = Path.of("src/test/resources/pictures");
    static final boolean APPROVE = System.getProperty("pictures.approve") != null;

    private static final Path FOUND = Path.of("target/pictures");
    private static final int COLOUR_DISTANCE = 32;
    private static final int PER_MILLE = 5;
    private static final int RED = Color.RED.getRGB();

    private Pictures() {}

    static void compare(String name, byte[] png) throws IOException {
        Path approved = APPROVED.resolve(name + ".png");
        if (APPROVE) {
            Files.write(approved, png);
            return;
        }
        assertThat(approved).as("-Dpictures.approve makes the first picture").exists();
        BufferedImage wanted = ImageIO.read(approved.toFile());
        BufferedImage found = ImageIO.read(new ByteArrayInputStream(png));
        long differing = differing(wanted, found);
        if (differing * 1000 > (long) wanted.getWidth() * wanted.getHeight() * PER_MILLE) {
            Files.createDirectories(FOUND);
            Files.write(FOUND.resolve(name + "-found.png"), png);
            ImageIO.write(
                    marked(wanted, found),
                    "png",
                    FOUND.resolve(name + "-difference.png").toFile());
            throw new AssertionError(name + " differs from the approved picture in " + differing
                    + " pixels; see target/pictures, or approve it with -Dpictures.approve");
        }
    }

    static long differing(BufferedImage wanted, BufferedImage found) {
        long differing = 0;
        for (int y = 0; y < Math.max(wanted.getHeight(), found.getHeight()); y++) {
            for (int x = 0; x < Math.max(wanted.getWidth(), found.getWidth()); x++) {
                differing += differs(wanted, found, x, y) ? 1 : 0;
            }
        }
        return differing;
    }

    private static BufferedImage marked(BufferedImage wanted, BufferedImage found) {
        var marked = new BufferedImage(wanted.getWidth(), wanted.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < wanted.getHeight(); y++) {
            for (int x = 0; x < wanted.getWidth(); x++) {
                marked.setRGB(x, y, differs(wanted, found, x, y) ? RED : wanted.getRGB(x, y));
            }
        }
        return marked;
    }

    private static boolean differs(BufferedImage wanted, BufferedImage found, int x, int y) {
        return !holds(wanted, x, y)
                || !holds(found, x, y)
                || distance(wanted.getRGB(x, y), found.getRGB(x, y)) > COLOUR_DISTANCE;
    }

    private static boolean holds(BufferedImage image, int x, int y) {
        return x < image.getWidth() && y < image.getHeight();
    }

    private static int distance(int one, int other) {
        int largest = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            largest = Math.max(largest, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return largest;
    }
}
