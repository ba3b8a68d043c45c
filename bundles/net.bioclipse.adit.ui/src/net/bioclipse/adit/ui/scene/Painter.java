package net.bioclipse.adit.ui.scene;

import java.util.Set;

/**
 * Draws a scene into pixels: each sphere and each stick is computed for every pixel that it covers, with its depth, so that
 * all of them cut each other exactly. The time grows with the pixels covered; 60,000 atoms take tens of milliseconds. For one
 * thread at a time.
 */
public final class Painter {

    private static final int HIGHLIGHT = 0xFFB000;

    private final Scene scene;
    private final Camera camera;
    private final Style style;
    private final Set<Integer> highlighted;
    private final Raster raster;
    private final float scale;
    private float[] screen;

    private Painter(Scene scene, Camera camera, Style style, Set<Integer> highlighted, int width, int height, int factor) {
        this.scene = scene;
        this.camera = camera.shifted(camera.shiftX() * (factor - 1), camera.shiftY() * (factor - 1));
        this.style = style;
        this.highlighted = highlighted;
        raster = new Raster(width * factor, height * factor, style.background());
        scale = camera.scale(scene, style, raster.width, raster.height);
    }

    /**
     * Draws a scene.
     *
     * @param highlighted atoms of the structure ({@link Scene#origin()}) that stand out
     * @param width       pixels, at least 1
     * @param height      pixels, at least 1
     */
    public static Picture paint(Scene scene, Camera camera, Style style, Set<Integer> highlighted, int width, int height) {
        Painter painter = new Painter(scene, camera, style, highlighted, width, height, style.smooth() ? 2 : 1);
        painter.paint();
        return style.smooth() ? painter.raster.halved() : painter.raster.picture();
    }

    /** Where each atom stands in the picture: x, y in pixels and z towards the eye in pixels, atoms × 3. */
    public static float[] project(Scene scene, Camera camera, Style style, int width, int height) {
        return project(scene.xyz(), camera, camera.scale(scene, style, width, height), width, height);
    }

    private static float[] project(float[] xyz, Camera camera, float scale, int width, int height) {
        float[] r = camera.rotation();
        float[] screen = new float[xyz.length];
        for (int i = 0; i < xyz.length; i += 3) {
            float x = xyz[i];
            float y = xyz[i + 1];
            float z = xyz[i + 2];
            screen[i] = width / 2f + camera.shiftX() + scale * (r[0] * x + r[1] * y + r[2] * z);
            screen[i + 1] = height / 2f + camera.shiftY() - scale * (r[3] * x + r[4] * y + r[5] * z);
            screen[i + 2] = scale * (r[6] * x + r[7] * y + r[8] * z);
        }
        return screen;
    }

    private void paint() {
        screen = project(scene.xyz(), camera, scale, raster.width, raster.height);
        if (style.cell()) {
            edges();
        }
        for (int i = 0; i < scene.atomCount(); i++) {
            if (style.draws(scene.numbers()[i])) {
                atom(i);
            }
        }
        if (style.stick() > 0) {
            bonds();
        }
    }

    private void atom(int i) {
        float radius = (float) (scale * style.radius(scene.numbers()[i])) * (scene.outside()[i] ? 0.75f : 1);
        int colour = scene.outside()[i] ? Colours.mixed(Look.colour(scene.numbers()[i]), style.background(), 0.45f)
                : Look.colour(scene.numbers()[i]);
        boolean bright = !highlighted.isEmpty() && highlighted.contains(scene.origin()[i]);
        if (bright) {
            radius = Math.max(1.15f * radius, 0.26f * scale);
        }
        sphere(i, screen[3 * i], screen[3 * i + 1], screen[3 * i + 2], Math.max(radius, 0.8f), colour, bright);
    }

    private void sphere(int atom, float cx, float cy, float cz, float radius, int colour, boolean bright) {
        int top = Math.max(0, (int) Math.ceil(cy - radius));
        int bottom = Math.min(raster.height - 1, (int) Math.floor(cy + radius));
        int left = Math.max(0, (int) Math.ceil(cx - radius));
        int right = Math.min(raster.width - 1, (int) Math.floor(cx + radius));
        float squared = radius * radius;
        float inverse = 1 / radius;
        float fog = fog(cz);
        for (int y = top; y <= bottom; y++) {
            float dy = y - cy;
            for (int x = left; x <= right; x++) {
                float dx = x - cx;
                float rest = squared - dx * dx - dy * dy;
                if (rest < 0) {
                    continue;
                }
                float h = (float) Math.sqrt(rest);
                int at = y * raster.width + x;
                if (raster.nearer(at, cz + h)) {
                    boolean rim = bright && h < 0.62f * radius;
                    raster.set(at, cz + h, rim ? Colours.mixed(HIGHLIGHT, style.background(), fog)
                            : Shading.lit(colour, dx * inverse, -dy * inverse, fog, style.background()), atom);
                }
            }
        }
    }

    private void bonds() {
        int[] bonds = scene.bonds();
        for (int i = 0; i < bonds.length; i += 3) {
            int a = bonds[i];
            int b = bonds[i + 1];
            if (style.draws(scene.numbers()[a]) && style.draws(scene.numbers()[b])) {
                bond(a, b, style.shape() == Style.Shape.LINES ? 1 : Math.max(1, Math.min(3, bonds[i + 2])));
            }
        }
    }

    private void bond(int a, int b, int order) {
        float radius = (float) (scale * style.stick()) * (order == 1 ? 1 : order == 2 ? 0.6f : 0.5f);
        float gap = (float) (scale * (order == 2 ? 0.12 : 0.16));
        float dx = screen[3 * b] - screen[3 * a];
        float dy = screen[3 * b + 1] - screen[3 * a + 1];
        float flat = (float) Math.sqrt(dx * dx + dy * dy);
        // The sticks of a multiple bond stand side by side in the plane of the picture, so that they can be counted.
        float px = flat > 1e-3f ? -dy / flat : 1;
        float py = flat > 1e-3f ? dx / flat : 0;
        for (int k = 0; k < order; k++) {
            float off = (k - (order - 1) / 2f) * gap * (order == 2 ? 2 : 1.4f);
            stick(a, b, off * px, off * py, Math.max(radius, 0.5f));
        }
    }

    private void stick(int a, int b, float offX, float offY, float radius) {
        float ax = screen[3 * a] + offX;
        float ay = screen[3 * a + 1] + offY;
        float az = screen[3 * a + 2];
        float ux = screen[3 * b] + offX - ax;
        float uy = screen[3 * b + 1] + offY - ay;
        float uz = screen[3 * b + 2] - az;
        float length = (float) Math.sqrt(ux * ux + uy * uy + uz * uz);
        float flat = (float) Math.sqrt(ux * ux + uy * uy);
        if (flat < 0.5f) {
            return;
        }
        float s = flat / length;
        float t = uz / length;
        float ex = ux / flat;
        float ey = uy / flat;
        int colourA = bondColour(a);
        int colourB = bondColour(b);
        float fog = fog(az + uz / 2);
        int top = (int) Math.max(0, Math.min(ay, ay + uy) - radius);
        int bottom = (int) Math.min(raster.height - 1, Math.max(ay, ay + uy) + radius + 1);
        for (int y = top; y <= bottom; y++) {
            // Only the part of the row that the stick can cover.
            float[] span = span(ax, ay, ux, uy, y, radius);
            int left = (int) Math.max(0, span[0]);
            int right = (int) Math.min(raster.width - 1, span[1]);
            for (int x = left; x <= right; x++) {
                float rx = x - ax;
                float ry = y - ay;
                float off = ry * ex - rx * ey;
                float rest = radius * radius - off * off;
                if (rest < 0) {
                    continue;
                }
                float h = (float) Math.sqrt(rest);
                float along = (rx * ex + ry * ey + h * t) / s;
                if (along < 0 || along > length) {
                    continue;
                }
                float z = az + along * t + h * s;
                int at = y * raster.width + x;
                if (raster.nearer(at, z)) {
                    float nx = (-ey * off - ex * t * h) / radius;
                    float ny = (ex * off - ey * t * h) / radius;
                    raster.set(at, z, Shading.lit(2 * along < length ? colourA : colourB, nx, -ny, fog,
                            style.background()), -1);
                }
            }
        }
    }

    /** From where to where a thick line can cover a row of pixels. */
    private float[] span(float ax, float ay, float ux, float uy, int y, float radius) {
        float low = Math.min(ax, ax + ux) - radius;
        float high = Math.max(ax, ax + ux) + radius + 1;
        if (Math.abs(uy) > 2 * radius) {
            float middle = ax + (y - ay) * ux / uy;
            float reach = radius * (float) Math.sqrt(ux * ux + uy * uy) / Math.abs(uy) + 1;
            low = Math.max(low, middle - reach);
            high = Math.min(high, middle + reach + 1);
        }
        return new float[] {low, high};
    }

    private int bondColour(int atom) {
        int colour = Look.colour(scene.numbers()[atom]);
        return scene.outside()[atom] ? Colours.mixed(colour, style.background(), 0.45f) : colour;
    }

    private void edges() {
        float[] ends = project(scene.edges(), camera, scale, raster.width, raster.height);
        int base = Colours.bright(style.background()) ? 0x5A6472 : 0xA8B4C4;
        for (int i = 0; i < ends.length; i += 6) {
            float dx = ends[i + 3] - ends[i];
            float dy = ends[i + 4] - ends[i + 1];
            float dz = ends[i + 5] - ends[i + 2];
            int steps = (int) Math.min(4 * (raster.width + raster.height), Math.max(Math.abs(dx), Math.abs(dy)) + 1);
            for (int k = 0; k <= steps; k++) {
                float t = k / (float) steps;
                dot(ends[i] + t * dx, ends[i + 1] + t * dy, ends[i + 2] + t * dz, base);
            }
        }
    }

    private void dot(float px, float py, float z, int colour) {
        int size = style.smooth() ? 2 : 1;
        for (int y = (int) py; y < (int) py + size; y++) {
            for (int x = (int) px; x < (int) px + size; x++) {
                if (x >= 0 && y >= 0 && x < raster.width && y < raster.height && raster.nearer(y * raster.width + x, z)) {
                    raster.set(y * raster.width + x, z, Colours.mixed(colour, style.background(), fog(z)), -1);
                }
            }
        }
    }

    /** What is far away is paler: 0 in front to 0.5 at the back. */
    private float fog(float z) {
        float reach = scale * scene.radius();
        float share = 0.5f - z / (2 * reach);
        return 0.5f * Math.max(0, Math.min(1, share * share * 1.1f));
    }
}
