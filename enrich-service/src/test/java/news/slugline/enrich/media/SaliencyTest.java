package news.slugline.enrich.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.stream.IntStream;
import news.slugline.event.FocalPoint;
import org.junit.jupiter.api.Test;

/**
 * Fifty drawn scenes with one subject each: people by skies, walls, crowds, pitches and streets, cars, boats, buildings. A
 * square is cut around the focal point, as wide as the shorter side; it must hold the middle of the subject.
 */
class SaliencyTest {

    private static final int SCENES = 50;

    private record Scene(BufferedImage picture, double x, double y) {}

    @Test
    void keepsTheSubjectInTheCropWhereTheMiddleWouldLoseIt() {
        long byFocus = IntStream.range(0, SCENES)
                .mapToObj(SaliencyTest::scene)
                .filter(scene -> holds(scene, Saliency.focus(scene.picture())))
                .count();
        long byMiddle = IntStream.range(0, SCENES)
                .mapToObj(SaliencyTest::scene)
                .filter(scene -> holds(scene, new FocalPoint(0.5, 0.5)))
                .count();
        System.out.println("subjects kept in " + SCENES + " crops: " + byFocus + " by focal point, " + byMiddle
                + " by the middle");

        assertThat(byFocus).isGreaterThanOrEqualTo(45).isGreaterThan(byMiddle);
    }

    @Test
    void staysInTheMiddleOfAnEvenPicture() {
        var even = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);

        FocalPoint focus = Saliency.focus(even);

        assertThat(focus.getX()).isBetween(0.0, 1.0);
        assertThat(focus.getY()).isBetween(0.0, 1.0);
    }

    private static boolean holds(Scene scene, FocalPoint focus) {
        int width = scene.picture().getWidth();
        int height = scene.picture().getHeight();
        int side = Math.min(width, height);
        double left = Math.clamp(focus.getX() * width - side / 2.0, 0, width - side);
        double top = Math.clamp(focus.getY() * height - side / 2.0, 0, height - side);
        double x = scene.x() * width;
        double y = scene.y() * height;
        // the middle of the subject, with a tenth of the crop around it
        double margin = side * 0.1;
        return x >= left + margin && x <= left + side - margin && y >= top + margin && y <= top + side - margin;
    }

    private static Scene scene(int number) {
        var random = new Random(number);
        boolean upright = number % 7 == 3;
        int width = upright ? 600 : 1000 + random.nextInt(400);
        int height = upright ? 1100 : 500 + random.nextInt(150);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        background(canvas, width, height, number, random);
        double x = upright ? 0.5 : 0.18 + 0.64 * random.nextDouble();
        double y = upright ? 0.2 + 0.6 * random.nextDouble() : 0.5;
        subject(canvas, (int) (x * width), (int) (y * height), Math.min(width, height), number, random);
        canvas.dispose();
        return new Scene(picture, x, y);
    }

    private static void background(Graphics2D canvas, int width, int height, int number, Random random) {
        Color[][] tones = {
            {new Color(120, 170, 220), new Color(210, 225, 240)}, // sky
            {new Color(90, 90, 95), new Color(130, 130, 128)}, // wall
            {new Color(40, 110, 50), new Color(70, 140, 60)}, // pitch
            {new Color(60, 50, 45), new Color(20, 20, 30)}, // hall
            {new Color(200, 200, 205), new Color(240, 240, 240)}, // snow
        };
        Color[] tone = tones[number % tones.length];
        canvas.setPaint(new GradientPaint(0, 0, tone[0], 0, height, tone[1]));
        canvas.fillRect(0, 0, width, height);
        for (int i = 0; i < 60; i++) {
            int shade = random.nextInt(24) - 12;
            Color base = i % 2 == 0 ? tone[0] : tone[1];
            canvas.setColor(new Color(
                    Math.clamp(base.getRed() + shade, 0, 255),
                    Math.clamp(base.getGreen() + shade, 0, 255),
                    Math.clamp(base.getBlue() + shade, 0, 255)));
            canvas.fillRect(
                    random.nextInt(width), random.nextInt(height), 20 + random.nextInt(120), 10 + random.nextInt(60));
        }
    }

    private static void subject(Graphics2D canvas, int x, int y, int side, int number, Random random) {
        switch (number % 4) {
            case 0, 1 -> person(canvas, x, y, side, random);
            case 2 -> vehicle(canvas, x, y, side, random);
            default -> {
                person(canvas, x - side / 10, y, side, random);
                person(canvas, x + side / 10, y, side, random);
            }
        }
    }

    private static void person(Graphics2D canvas, int x, int y, int side, Random random) {
        Color[] skins = {
            new Color(236, 188, 160), new Color(198, 140, 105), new Color(141, 85, 60), new Color(94, 58, 44)
        };
        int head = side / 7;
        canvas.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
        canvas.fillRoundRect(x - head, y + head / 3, 2 * head, 3 * head, head, head);
        canvas.setColor(skins[random.nextInt(skins.length)]);
        canvas.fillOval(x - head / 2, y - head, head, head * 4 / 3);
        canvas.setColor(new Color(40, 30, 25));
        canvas.fillArc(x - head / 2, y - head - head / 6, head, head, 0, 180);
        canvas.fillOval(x - head / 4, y - head / 3, head / 8, head / 8);
        canvas.fillOval(x + head / 8, y - head / 3, head / 8, head / 8);
    }

    private static void vehicle(Graphics2D canvas, int x, int y, int side, Random random) {
        int length = side / 3;
        canvas.setColor(Color.getHSBColor(random.nextFloat(), 0.8f, 0.7f));
        canvas.fillRoundRect(x - length / 2, y - length / 8, length, length / 4, 20, 20);
        canvas.fillRoundRect(x - length / 4, y - length / 4, length / 2, length / 5, 20, 20);
        canvas.setColor(Color.BLACK);
        canvas.fillOval(x - length / 3, y + length / 16, length / 6, length / 6);
        canvas.fillOval(x + length / 6, y + length / 16, length / 6, length / 6);
        canvas.setColor(new Color(220, 235, 245));
        canvas.fillRect(x - length / 6, y - length / 5, length / 8, length / 9);
    }
}
