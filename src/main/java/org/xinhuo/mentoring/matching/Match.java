package org.xinhuo.mentoring.matching;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * How well a mentor fits a mentee.
 *
 * @param score 0 to 1, six decimals
 */
record Match(Candidate candidate, Factors factors, BigDecimal score) {

    /** Of two mentors with the same score the less loaded comes first, then the smaller id. */
    static final Comparator<Candidate> TIES =
            ((Comparator<Candidate>) Match::byLoad).thenComparing(Candidate::mentorId);

    /** Best score first, then the less loaded mentor, then the id: total, so that two runs agree. */
    static final Comparator<Match> ORDER =
            Comparator.comparing(Match::score).reversed().thenComparing(Match::candidate, TIES);

    /** load / capacity without dividing: a mentor without capacity comes last. */
    private static int byLoad(Candidate a, Candidate b) {
        if (a.capacity() == 0 || b.capacity() == 0) {
            return Boolean.compare(a.capacity() == 0, b.capacity() == 0);
        }
        return Long.compare((long) a.load() * b.capacity(), (long) b.load() * a.capacity());
    }
}
