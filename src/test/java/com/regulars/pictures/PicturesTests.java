package com.regulars.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** A comparison that never finds a difference would approve everything. */
class PicturesTests {

    @Test
    void samePicturesDoNotDiffer() {
        assertThat(Pictures.differing(white(40, 20), white(40, 20))).isZero();
    }

    @Test
    void countsPixelsOfAnotherColourAndForgivesTheirEdges() {
        BufferedImage found = white(40, 20);
        found.setRGB(3, 4, new Color(255 - 32, 255, 255).getRGB());
        assertThat(Pictures.differing(white(40, 20), found)).isZero();
        found.setRGB(3, 4, new Color(255 - 33, 255, 255).getRGB());
        found.setRGB(5, 5, Color.BLACK.getRGB());
        found.setRGB(6, 5, new Color(255, 255, 200).getRGB());
        assertThat(Pictures.differing(white(40, 20), found)).isEqualTo(3);
    }

    @Test
    void whatOnePictureLacksDiffers() {
        assertThat(Pictures.differing(white(40, 20), white(40, 21))).isEqualTo(40);
        assertThat(Pictures.differing(white(41, 20), white(40, 20))).isEqualTo(20);
    }

    private static BufferedImage white(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return image;
    }
}
