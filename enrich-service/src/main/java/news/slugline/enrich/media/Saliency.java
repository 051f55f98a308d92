package news.slugline.enrich.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import news.slugline.event.FocalPoint;

/**
 * Finds what the eye goes to first in a picture: what differs from the rest in colour, has detail, is of the colours of
 * skin, and does not lie at the edge.
 *
 * <p>The first part is frequency-tuned saliency (Achanta and others, 2009). Nothing is recognised: in a picture that is
 * much the same everywhere the answer is near the middle.
 */
final class Saliency {

    private static final int SIDE = 96;
    /** Half of the window over which salience is gathered. */
    private static final int REACH = 9;

    private static final double DETAIL = 0.6;
    private static final double SKIN = 1.2;
    /** How far from the middle, as a share of the side, something loses 40 per cent of its weight. */
    private static final double MIDDLE = 0.45;

    private final int width;
    private final int height;
    /** Lightness and two colour axes of each pixel, line by line. */
    private final double[][] axes;

    private final double[] skin;

    private Saliency(BufferedImage image) {
        width = image.getWidth();
        height = image.getHeight();
        axes = new double[3][width * height];
        skin = new double[width * height];
        for (int at = 0; at < width * height; at++) {
            var colour = new Color(image.getRGB(at % width, at / width));
            double red = colour.getRed();
            double green = colour.getGreen();
            double blue = colour.getBlue();
            axes[0][at] = 0.299 * red + 0.587 * green + 0.114 * blue;
            axes[1][at] = 0.564 * (blue - axes[0][at]);
            axes[2][at] = 0.713 * (red - axes[0][at]);
            skin[at] = isSkin(axes[0][at], axes[1][at], axes[2][at]) ? 1 : 0;
        }
    }

    static FocalPoint focus(BufferedImage image) {
        var small = Pixels.narrowed(image, SIDE);
        if (small.getHeight() > 2 * SIDE) {
            small = small.getSubimage(0, 0, small.getWidth(), 2 * SIDE);
        }
        var saliency = new Saliency(small);
        FocalPoint found = saliency.strongest();
        double share = (double) small.getHeight() * image.getWidth() / small.getWidth() / image.getHeight();
        return new FocalPoint(found.getX(), Math.min(1, found.getY() * share));
    }

    /** Chroma of skin of all complexions lies close together; see Chai and Ngan, 1999. */
    private static boolean isSkin(double luma, double blueness, double redness) {
        return luma > 40 && blueness > -51 && blueness < -1 && redness > 5 && redness < 45;
    }

    private FocalPoint strongest() {
        double[] gathered = blurred(weighted(), REACH);
        int best = 0;
        for (int at = 1; at < gathered.length; at++) {
            best = gathered[at] > gathered[best] ? at : best;
        }
        int line = best / width;
        return new FocalPoint((best - line * width + 0.5) / width, (line + 0.5) / height);
    }

    private double[] weighted() {
        double[] contrast = normalised(contrast());
        double[] detail = normalised(blurred(detail(), 2));
        // where half of all is of the colour of skin it says nothing: sand, wood, brick
        double skinShare = sum(skin) / skin.length;
        double[] face = blurred(skin, 3);
        var weights = new double[width * height];
        for (int at = 0; at < weights.length; at++) {
            double salience =
                    contrast[at] + DETAIL * detail[at] + (skinShare < 0.4 ? SKIN * face[at] * (0.4 + detail[at]) : 0);
            weights[at] = salience * nearness(at);
        }
        return weights;
    }

    private double nearness(int at) {
        double dx = ((at % width) + 0.5) / width - 0.5;
        int line = at / width;
        double dy = (line + 0.5) / height - 0.5;
        return Math.exp(-(dx * dx + dy * dy) / (2 * MIDDLE * MIDDLE));
    }

    /** How far the colour of each place is from that of the whole picture. */
    private double[] contrast() {
        var contrast = new double[width * height];
        for (double[] axis : axes) {
            double mean = sum(axis) / axis.length;
            double[] smooth = blurred(axis, 1);
            for (int at = 0; at < contrast.length; at++) {
                contrast[at] += (smooth[at] - mean) * (smooth[at] - mean);
            }
        }
        return contrast;
    }

    private double[] detail() {
        var detail = new double[width * height];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                detail[at] = Math.abs(axes[0][at + 1] - axes[0][at - 1])
                        + Math.abs(axes[0][at + width] - axes[0][at - width]);
            }
        }
        return detail;
    }

    private static double[] normalised(double[] values) {
        double most = 1e-9;
        for (double value : values) {
            most = Math.max(most, value);
        }
        var normalised = new double[values.length];
        for (int at = 0; at < values.length; at++) {
            normalised[at] = values[at] / most;
        }
        return normalised;
    }

    /** The mean over a square of the given reach around each place, as far as it lies within the picture. */
    private double[] blurred(double[] values, int reach) {
        var sums = new double[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            double line = 0;
            for (int x = 0; x < width; x++) {
                line += values[y * width + x];
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + line;
            }
        }
        var blurred = new double[values.length];
        for (int y = 0; y < height; y++) {
            int top = Math.max(0, y - reach) * (width + 1);
            int bottom = Math.min(height, y + reach + 1) * (width + 1);
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - reach);
                int right = Math.min(width, x + reach + 1);
                double sum = sums[bottom + right] - sums[top + right] - sums[bottom + left] + sums[top + left];
                // by the whole square: what lies at the edge gathers less
                blurred[y * width + x] = sum / ((2.0 * reach + 1) * (2.0 * reach + 1));
            }
        }
        return blurred;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
