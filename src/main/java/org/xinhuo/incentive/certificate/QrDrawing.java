package org.xinhuo.incentive.certificate;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import io.nayuki.qrcodegen.QrCode;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A QR code as one filled path, sharp at every size. The quiet around it is the paper's. */
final class QrDrawing implements FSObjectDrawer {

    private final QrCode code;

    QrDrawing(String text) {
        this.code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    }

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
        device.drawWithGraphics((float) x, (float) y, (float) width, (float) height, graphics -> {
            double module = Math.min(width, height) / dotsPerPixel / code.size;
            graphics.setColor(Color.BLACK);
            graphics.fill(AffineTransform.getScaleInstance(module, module).createTransformedShape(modules()));
        });
        return null;
    }

    /** Runs of dark modules, so that no hair of light is between two. */
    private Path2D modules() {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int from = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.moveTo(from, y);
                    path.lineTo(x, y);
                    path.lineTo(x, y + 1);
                    path.lineTo(from, y + 1);
                    path.closePath();
                }
                x++;
            }
        }
        return path;
    }
}
