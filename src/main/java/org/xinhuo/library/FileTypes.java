package org.xinhuo.library;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;

/**
 * Which files may come in. The extension must be one of the allowed, and the content must be what the extension says:
 * what the sender's browser claims does not count.
 */
@Component
class FileTypes {

    private static final int BEGINNING = 64 * 1024;
    private static final Set<String> MOVING = Set.of("audio", "video");

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final MediaTypeRegistry registry = types.getMediaTypeRegistry();
    private final Set<String> allowed;

    FileTypes(UploadRules rules) {
        this.allowed = rules.extensions();
    }

    /**
     * Reads the beginning of the content.
     *
     * @return the media type to store and serve
     * @throws Refusal where the type is not allowed, or the content is something else than the name says
     */
    String check(FileName name, InputStreamSource content) throws IOException {
        if (!allowed.contains(name.extension())) {
            throw Refusal.invalid("file", "library.typeNotAllowed", name.extension(), String.join(", ", allowed));
        }
        MediaType named = types.detect(null, named(name));
        try (InputStream in = new BufferedInputStream(content.getInputStream())) {
            MediaType found = types.detect(in, new Metadata());
            // Texts in GB18030 and other encodings of one country look like nothing in particular.
            boolean plain = isText(named) && found.equals(MediaType.OCTET_STREAM) && readsAsText(in);
            if (!plain && !fits(named, found)) {
                throw Refusal.invalid("file", "library.typeDiffers", name.value(), found.toString());
            }
        }
        return named.toString();
    }

    private boolean fits(MediaType named, MediaType found) {
        if (named.equals(found) || registry.isSpecializationOf(named, found) && !found.equals(MediaType.OCTET_STREAM)) {
            return true;
        }
        // Any text may stand in a text file; it is served as the plain text that its name says.
        if (isText(named)) {
            return isText(found);
        }
        // Sound and film share their containers, and one is told from the other by the name alone.
        return MOVING.contains(named.getType()) && MOVING.contains(found.getType());
    }

    private boolean isText(MediaType type) {
        return type.equals(MediaType.TEXT_PLAIN) || registry.isSpecializationOf(type, MediaType.TEXT_PLAIN);
    }

    /** No control characters at the beginning but those that lay out a text. */
    private static boolean readsAsText(InputStream in) throws IOException {
        for (byte one : in.readNBytes(BEGINNING)) {
            if (one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r' && one != '\f') {
                return false;
            }
        }
        return true;
    }

    private static Metadata named(FileName name) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, "file." + name.extension());
        return metadata;
    }
}
