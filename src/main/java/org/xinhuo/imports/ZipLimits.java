package org.xinhuo.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks a workbook once without keeping anything, before any parser sees it: what an entry says about its own size is
 * not believed. A sheet of a hundred thousand people unpacks to less than 100 MB at ten to twenty times its size.
 */
final class ZipLimits {

    static final int MOST_ENTRIES = 1_000;

    static final long MOST_BYTES = 1L << 30;

    /** The table of all texts stays in memory while a sheet is read. */
    static final long MOST_BYTES_OF_TEXTS = 96L << 20;

    static final int HIGHEST_RATIO = 100;

    /** Small entries may well be one letter a thousand times over. */
    private static final long RATIO_COUNTS_FROM = 4L << 20;

    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

    private ZipLimits() {}

    /** @throws UnreadableFile if it is broken or would blow up */
    static void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw tooBig();
            }
            if (zip.getEntry("[Content_Types].xml") == null) {
                throw new UnreadableFile(1, "imports.notAWorkbook");
            }
            long total = 0;
            byte[] buffer = new byte[1 << 16];
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                total = unpack(zip, entries.nextElement(), total, buffer);
            }
        } catch (ZipException | IllegalArgumentException broken) {
            throw new UnreadableFile(1, "imports.brokenWorkbook");
        } catch (IOException broken) {
            // A truncated entry ends in EOFException.
            throw new UnreadableFile(1, "imports.brokenWorkbook");
        }
    }

    private static long unpack(ZipFile zip, ZipEntry entry, long before, byte[] buffer) throws IOException {
        long total = before;
        long size = 0;
        int matched = 0;
        boolean texts = entry.getName().endsWith("sharedStrings.xml");
        try (InputStream content = zip.getInputStream(entry)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                total += read;
                boolean blowsUp =
                        size > RATIO_COUNTS_FROM && size > HIGHEST_RATIO * Math.max(1, entry.getCompressedSize());
                if (blowsUp || total > MOST_BYTES || texts && size > MOST_BYTES_OF_TEXTS) {
                    throw tooBig();
                }
                matched = find(buffer, read, matched);
                if (matched == DOCTYPE.length) {
                    // No spreadsheet has one; it is how XML is made to expand or to read other files.
                    throw new UnreadableFile(1, "imports.doctype");
                }
            }
        }
        return total;
    }

    /** How many bytes of the mark the text ends with, or all of them where it stands anywhere in the text. */
    private static int find(byte[] buffer, int length, int alreadyMatched) {
        int matched = alreadyMatched;
        for (int i = 0; i < length; i++) {
            if (buffer[i] == DOCTYPE[matched]) {
                matched++;
                if (matched == DOCTYPE.length) {
                    return matched;
                }
            } else {
                matched = buffer[i] == DOCTYPE[0] ? 1 : 0;
            }
        }
        return matched;
    }

    private static UnreadableFile tooBig() {
        return new UnreadableFile(1, "imports.zipBomb");
    }
}
