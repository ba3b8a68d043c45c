import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws the picture of the start: {@code java Splash.java FOLDER} writes splash.png and splash@2x.png. */
final class Splash {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 270;
    private static final Color CARBON = new Color(0x4a535b);
    private static final Color[] HETERO = {new Color(0xd7443e), new Color(0x3c6fd1), new Color(0xe0a526),
        new Color(0x2f9e6b)};

    public static void main(String[] arguments) throws IOException {
        File folder = new File(arguments[0]);
        ImageIO.write(picture(1), "png", new File(folder, "splash.png"));
        ImageIO.write(picture(2), "png", new File(folder, "splash@2x.png"));
    }

    private static BufferedImage picture(int scale) {
        BufferedImage image = new BufferedImage(WIDTH * scale, HEIGHT * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setPaint(new GradientPaint(0, 0, new Color(0xf7fafc), WIDTH, HEIGHT, new Color(0xd9e9f0)));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        noise(g);
        molecule(g);
        g.setColor(new Color(0x1d3b49));
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 30));
        g.drawString("Bioclipse ADiT", 28, 226);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        g.setColor(new Color(0x3f6272));
        g.drawString("molecules and crystals, drawn and checked", 29, 249);
        g.setColor(new Color(0x2f7f9e));
        g.drawRect(0, 0, WIDTH - 1, HEIGHT - 1);
        g.dispose();
        return image;
    }

    /** The further to the right, the nearer an atom is to its place. */
    private static void noise(Graphics2D g) {
        Random random = new Random(1);
        for (int n = 0; n < 90; n++) {
            double along = random.nextDouble();
            double spread = 74 * (1 - 0.75 * along);
            double x = 20 + along * 250;
            double y = 100 + random.nextGaussian() * spread * 0.6;
            double radius = 2 + 4.5 * along * random.nextDouble();
            Color color = random.nextInt(3) > 0 ? CARBON : HETERO[random.nextInt(HETERO.length)];
            if (y < 180) {
                g.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) (40 + 90 * along)));
                g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
            }
        }
    }

    /** A ring of six with three branches. */
    private static void molecule(Graphics2D g) {
        Point2D centre = new Point(372, 104);
        Point2D[] ring = new Point2D[6];
        for (int n = 0; n < 6; n++) {
            ring[n] = around(centre, 46, n);
        }
        for (int n = 0; n < 6; n++) {
            bond(g, ring[n], ring[(n + 1) % 6]);
            if (n % 2 == 0) {
                bond(g, ring[n], around(centre, 84, n));
            }
        }
        for (int n = 0; n < 6; n++) {
            atom(g, ring[n], 14, n == 3 ? HETERO[1] : CARBON);
            if (n % 2 == 0) {
                atom(g, around(centre, 84, n), 11, HETERO[n / 2 == 0 ? 0 : n / 2 + 1]);
            }
        }
    }

    private static Point2D around(Point2D centre, double radius, int sixth) {
        double angle = Math.PI / 6 + sixth * Math.PI / 3;
        return new Point2D.Double(centre.getX() + radius * Math.cos(angle), centre.getY() + radius * Math.sin(angle));
    }

    private static void bond(Graphics2D g, Point2D from, Point2D to) {
        g.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(new Color(0x7d8a93));
        g.draw(new Line2D.Double(from, to));
        g.setStroke(new BasicStroke(1));
    }

    private static void atom(Graphics2D g, Point2D at, double radius, Color color) {
        Point2D light = new Point2D.Double(at.getX() - radius / 3, at.getY() - radius / 3);
        g.setPaint(new RadialGradientPaint(light, (float) radius * 1.3f, new float[] {0, 1},
                new Color[] {color.brighter().brighter(), color}));
        g.fill(new Ellipse2D.Double(at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius));
    }
}
