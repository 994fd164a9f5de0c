package org.xinhuo.mentoring.matching;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * How well a mentor fits a mentee.
 *
 * @param score 0 to 1, six decimals
 */
record Match(Candidate candidate, Factors factors, BigDecimal score) {

    /** Best score first, then the less loaded mentor, then the id: total, so that two runs agree. */
    static final Comparator<Match> ORDER = Comparator.comparing(Match::score)
            .reversed()
            .thenComparing(Match::byLoad)
            .thenComparing(match -> match.candidate().mentorId());

    /** load / capacity without dividing: a mentor without capacity comes last. */
    private static int byLoad(Match one, Match other) {
        Candidate a = one.candidate();
        Candidate b = other.candidate();
        if (a.capacity() == 0 || b.capacity() == 0) {
            return Boolean.compare(a.capacity() == 0, b.capacity() == 0);
        }
        return Long.compare((long) a.load() * b.capacity(), (long) b.load() * a.capacity());
    }
}
