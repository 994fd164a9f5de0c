package org.xinhuo.incentive.certificate;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What surrounds the words: a double frame with notched corners, a rosette behind the middle, the flame of the house. */
final class FrameDrawing implements FSObjectDrawer {

    private static final Color EMBER = new Color(0xa6, 0x3d, 0x17);
    private static final Color GOLD = new Color(0xb8, 0x8a, 0x3c);
    private static final Color GOLD_PALE = new Color(0xf6, 0xef, 0xe2);

    /** Waves of the rosette, and how many times its line is turned by a fraction of one. */
    private static final int PETALS = 16;

    private static final int TURNS = 12;

    @Override
    public @Nullable Map<Shape, String> drawObject(
            Element element,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        device.drawWithGraphics(
                (float) x,
                (float) y,
                (float) width,
                (float) height,
                graphics -> draw(graphics, width / dotsPerPixel, height / dotsPerPixel));
        return null;
    }

    private static void draw(Graphics2D graphics, double width, double height) {
        double unit = height / 100;
        rosette(graphics, width / 2, height * 0.51, unit * 36);
        graphics.setColor(EMBER);
        graphics.setStroke(new BasicStroke((float) (unit * 0.9)));
        graphics.draw(new Rectangle2D.Double(unit * 4, unit * 4, width - unit * 8, height - unit * 8));
        graphics.setColor(GOLD);
        graphics.setStroke(new BasicStroke((float) (unit * 0.3)));
        graphics.draw(notched(unit * 5.6, width, height, unit * 5));
        graphics.setStroke(new BasicStroke((float) (unit * 0.15)));
        graphics.draw(notched(unit * 6.4, width, height, unit * 5));
        graphics.setColor(EMBER);
        graphics.fill(flame(width / 2, unit * 9.5, unit * 10));
    }

    /** A rectangle whose corners are cut in by a quarter of a circle. */
    private static Shape notched(double inset, double width, double height, double radius) {
        double right = width - inset;
        double bottom = height - inset;
        double bend = radius * 0.4477;
        Path2D path = new Path2D.Double();
        path.moveTo(inset + radius, inset);
        path.lineTo(right - radius, inset);
        path.curveTo(right - radius, inset + radius - bend, right - bend, inset + radius, right, inset + radius);
        path.lineTo(right, bottom - radius);
        path.curveTo(right - bend, bottom - radius, right - radius, bottom - radius + bend, right - radius, bottom);
        path.lineTo(inset + radius, bottom);
        path.curveTo(inset + radius, bottom - radius + bend, inset + bend, bottom - radius, inset, bottom - radius);
        path.lineTo(inset, inset + radius);
        path.curveTo(inset + bend, inset + radius, inset + radius, inset + radius - bend, inset + radius, inset);
        path.closePath();
        return path;
    }

    private static void rosette(Graphics2D graphics, double x, double y, double radius) {
        graphics.setColor(GOLD_PALE);
        graphics.setStroke(new BasicStroke((float) (radius / 200)));
        for (int turn = 0; turn < TURNS; turn++) {
            Path2D line = new Path2D.Double();
            double shift = 2 * Math.PI / PETALS * turn / TURNS;
            int steps = PETALS * 24;
            for (int step = 0; step <= steps; step++) {
                double angle = 2 * Math.PI * step / steps;
                double distance = radius * (0.74 + 0.26 * Math.sin(PETALS * (angle + shift)));
                double px = x + distance * Math.cos(angle);
                double py = y + distance * Math.sin(angle);
                if (step == 0) {
                    line.moveTo(px, py);
                } else {
                    line.lineTo(px, py);
                }
            }
            line.closePath();
            graphics.draw(line);
        }
    }

    /** The house's sign, as in {@code images/xinhuo.svg}: 32 units high there. */
    private static Shape flame(double centre, double top, double height) {
        Path2D path = new Path2D.Double();
        path.moveTo(16, 2);
        path.curveTo(17, 7, 10, 10.5, 10, 17);
        path.curveTo(10, 18.9, 10.85, 20.56, 12.2, 21.7);
        path.curveTo(12, 18, 15, 16.5, 16, 13);
        path.curveTo(17, 16.5, 20, 18, 19.8, 21.7);
        path.curveTo(21.15, 20.56, 22, 18.9, 22, 17);
        path.curveTo(22, 15, 21.4, 13.4, 20.6, 12);
        path.curveTo(25, 14, 27, 17.5, 27, 21);
        path.curveTo(27, 26.5, 22, 30, 16, 30);
        path.curveTo(10, 30, 5, 26.5, 5, 21);
        path.curveTo(5, 12.5, 15, 10, 16, 2);
        path.closePath();
        AffineTransform placed = AffineTransform.getTranslateInstance(centre, top);
        placed.scale(height / 32, height / 32);
        placed.translate(-16, 0);
        return placed.createTransformedShape(path);
    }
}
