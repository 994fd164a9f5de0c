package org.xinhuo.incentive.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeBlock;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is copied out of a certificate, searched in it or read aloud from it. In the font some characters share their
 * shape with a radical of old dictionaries (高 U+9AD8 with ⾼ U+2FBC), and the library notes down whichever comes first,
 * the radical: "⾼级" looks right and is found by nobody. Here the character is put in its place.
 */
@Component
class CopiedCharacters {

    private static final Set<UnicodeBlock> RADICALS =
            Set.of(UnicodeBlock.KANGXI_RADICALS, UnicodeBlock.CJK_RADICALS_SUPPLEMENT);

    private static final int FIRST_RADICAL = 0x2E80;

    private static final int LAST_RADICAL = 0x2FDF;

    /** Codes of two bytes, as the fonts of a certificate are encoded. */
    private static final int CODES = 0x10000;

    private static final int CODE_BYTES = 2;

    /** A PDF reader takes no more entries in one list. */
    private static final int LONGEST_LIST = 100;

    private final CertificateFonts fonts;

    /** Both weights number their glyphs alike; a radical to the character that shares its glyph. */
    private volatile @Nullable Map<Integer, Integer> characters;

    CopiedCharacters(CertificateFonts fonts) {
        this.fonts = fonts;
    }

    /** Rewrites the tables of characters of every font on the pages. */
    void mend(PDDocument document) throws IOException {
        for (var page : document.getPages()) {
            PDResources resources = page.getResources();
            for (COSName name : resources.getFontNames()) {
                COSDictionary font = resources.getFont(name).getCOSObject();
                COSStream table = font.getCOSStream(COSName.TO_UNICODE);
                if (table != null) {
                    font.setItem(COSName.TO_UNICODE, mended(document, table));
                }
            }
        }
    }

    private COSStream mended(PDDocument document, COSStream table) throws IOException {
        Map<Integer, String> texts = new TreeMap<>();
        try (InputStream written = table.createInputStream()) {
            CMap read = new CMapParser().parse(new RandomAccessReadBuffer(written));
            for (int code = 0; code < CODES; code++) {
                String text = read.toUnicode(code, CODE_BYTES);
                if (text != null) {
                    texts.put(code, plain(text));
                }
            }
        }
        COSStream mended = document.getDocument().createCOSStream();
        try (OutputStream out = mended.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(written(texts).getBytes(StandardCharsets.US_ASCII));
        }
        return mended;
    }

    private String plain(String text) {
        Map<Integer, Integer> shared = shared();
        return text.codePoints()
                .map(character -> shared.getOrDefault(character, character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** As ISO 32000-2, 9.10.3 asks. */
    private static String written(Map<Integer, String> texts) {
        HexFormat hex = HexFormat.of().withUpperCase();
        StringBuilder table = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        List<Map.Entry<Integer, String>> all = List.copyOf(texts.entrySet());
        for (int from = 0; from < all.size(); from += LONGEST_LIST) {
            List<Map.Entry<Integer, String>> some = all.subList(from, Math.min(all.size(), from + LONGEST_LIST));
            table.append(some.size()).append(" beginbfchar\n");
            for (Map.Entry<Integer, String> one : some) {
                table.append('<')
                        .append(hex.toHexDigits(one.getKey().shortValue()))
                        .append("> <")
                        .append(hex.formatHex(one.getValue().getBytes(StandardCharsets.UTF_16BE)))
                        .append(">\n");
            }
            table.append("endbfchar\n");
        }
        return table.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    private Map<Integer, Integer> shared() {
        Map<Integer, Integer> known = characters;
        if (known == null) {
            known = read();
            characters = known;
        }
        return known;
    }

    private Map<Integer, Integer> read() {
        Map<Integer, Integer> shared = new HashMap<>();
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(fonts.regular()))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            for (int radical = FIRST_RADICAL; radical <= LAST_RADICAL; radical++) {
                List<Integer> same = glyphs.getCharCodes(glyphs.getGlyphId(radical));
                int found = radical;
                if (same != null) {
                    found = same.stream()
                            .filter(character -> !RADICALS.contains(UnicodeBlock.of(character)))
                            .findFirst()
                            .orElse(radical);
                }
                if (found != radical) {
                    shared.put(radical, found);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the font of the certificates cannot be read", broken);
        }
        return Map.copyOf(shared);
    }
}
