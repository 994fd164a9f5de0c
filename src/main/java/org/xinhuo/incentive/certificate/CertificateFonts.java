package org.xinhuo.incentive.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Noto Sans SC in two weights, ten megabytes each, unpacked once for as long as somebody draws with them; and Open Sans
 * for the letters of names that it lacks, such as Ł, ř and ș, and all Cyrillic ones of the east.
 */
@Component
class CertificateFonts {

    /** As the style sheet of the paper names it. */
    static final String FAMILY = "Noto Sans SC";

    /** Asked, letter by letter, for what the first has no glyph of; named in the same style sheet. */
    static final String SECOND_FAMILY = "Open Sans";

    private static final String FOLDER = "fonts/ttf/";

    private volatile byte @Nullable [] regular;
    private volatile byte @Nullable [] bold;

    InputStream regular() {
        byte[] read = regular;
        if (read == null) {
            read = read("NotoSansSC/NotoSansSC-Regular.ttf");
            regular = read;
        }
        return new ByteArrayInputStream(read);
    }

    InputStream bold() {
        byte[] read = bold;
        if (read == null) {
            read = read("NotoSansSC/NotoSansSC-Bold.ttf");
            bold = read;
        }
        return new ByteArrayInputStream(read);
    }

    InputStream secondRegular() {
        return new ByteArrayInputStream(read("OpenSans/OpenSans-Regular.ttf"));
    }

    InputStream secondBold() {
        return new ByteArrayInputStream(read("OpenSans/OpenSans-Bold.ttf"));
    }

    private static byte[] read(String file) {
        try (InputStream font = new ClassPathResource(FOLDER + file).getInputStream()) {
            return font.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException("the font " + file + " cannot be read", missing);
        }
    }
}
