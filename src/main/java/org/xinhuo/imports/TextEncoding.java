package org.xinhuo.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the text of a file is encoded. Tried out strictly over the whole file: what is not valid UTF-8 is read as
 * GB18030, and what is neither is refused, so that no character is ever replaced in silence.
 */
enum TextEncoding {
    UTF_8(StandardCharsets.UTF_8),
    UTF_8_WITH_BOM(StandardCharsets.UTF_8),
    GB18030(Charset.forName("GB18030"));

    private static final int BOM_LENGTH = 3;

    private final Charset charset;

    TextEncoding(Charset charset) {
        this.charset = charset;
    }

    /** @throws UnreadableFile if it is neither */
    static TextEncoding of(Path file) throws IOException {
        byte[] start;
        try (InputStream content = Files.newInputStream(file)) {
            start = content.readNBytes(BOM_LENGTH);
        }
        if (start.length >= 2
                && (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE
                        || start[0] == (byte) 0xFE && start[1] == (byte) 0xFF)) {
            throw new UnreadableFile(1, "imports.utf16");
        }
        if (start.length == BOM_LENGTH
                && start[0] == (byte) 0xEF
                && start[1] == (byte) 0xBB
                && start[2] == (byte) 0xBF) {
            if (UTF_8_WITH_BOM.reads(file)) {
                return UTF_8_WITH_BOM;
            }
            throw new UnreadableFile(1, "imports.encoding");
        }
        for (TextEncoding candidate : new TextEncoding[] {UTF_8, GB18030}) {
            if (candidate.reads(file)) {
                return candidate;
            }
        }
        throw new UnreadableFile(1, "imports.encoding");
    }

    Reader open(Path file) throws IOException {
        InputStream content = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        if (this == UTF_8_WITH_BOM) {
            content.skipNBytes(BOM_LENGTH);
        }
        return new InputStreamReader(
                content,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private boolean reads(Path file) throws IOException {
        char[] buffer = new char[1 << 16];
        try (Reader text = open(file)) {
            while (text.read(buffer) >= 0) {
                // Reading alone is the test.
            }
            return true;
        } catch (CharacterCodingException notThis) {
            return false;
        }
    }
}
