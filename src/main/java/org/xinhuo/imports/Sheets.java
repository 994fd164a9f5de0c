package org.xinhuo.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Tells by what is in a file how to read it; its name may say anything. */
final class Sheets {

    private Sheets() {}

    /**
     * @param knownHeaders what header cells may say, in lower case; helps to find the separator of a CSV file
     * @throws UnreadableFile if it is no CSV or XLSX file, or could do harm
     */
    static Sheet open(Path file, Set<String> knownHeaders) throws IOException {
        byte[] start;
        try (InputStream content = Files.newInputStream(file)) {
            start = content.readNBytes(8);
        }
        if (start.length == 0) {
            throw new UnreadableFile(1, "imports.empty");
        }
        if (startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 'P', 'K', 5, 6)) {
            ZipLimits.check(file);
            return XlsxSheet.open(file);
        }
        if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableFile(1, "imports.oldExcel");
        }
        return CsvSheet.open(file, knownHeaders);
    }

    private static boolean startsWith(byte[] start, int... magic) {
        if (start.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((start[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
