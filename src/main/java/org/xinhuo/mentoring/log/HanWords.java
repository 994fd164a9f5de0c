package org.xinhuo.mentoring.log;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Splits Chinese without spaces into words, by Lucene's smartcn. */
final class HanWords {

    /** Its search for the likeliest words grows with the length of a sentence; nobody writes longer ones. */
    private static final int PIECE = 200;

    private HanWords() {}

    /** A word, as offsets in what was split. */
    record Word(int start, int end) {}

    /**
     * The words in order; they need not cover everything.
     *
     * @param characters Chinese characters of one {@code char} each, nothing else
     */
    static List<Word> of(String characters) {
        List<Word> words = new ArrayList<>();
        for (int from = 0; from < characters.length(); from += PIECE) {
            String piece = characters.substring(from, Math.min(characters.length(), from + PIECE));
            split(piece, from, words);
        }
        return words;
    }

    private static void split(String piece, int shift, List<Word> words) {
        try (HMMChineseTokenizer tokenizer = new HMMChineseTokenizer()) {
            OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
            tokenizer.setReader(new StringReader(piece));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                words.add(new Word(shift + offset.startOffset(), shift + offset.endOffset()));
            }
            tokenizer.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
