package org.xinhuo.incentive.fairness;

import java.time.YearMonth;
import java.util.List;

/**
 * Lecturers whose marks for each other stand out.
 *
 * @param members two or more, by id
 * @param evidence their marks for each other
 * @param given the mean of these marks, one voice a rater and lecturer
 * @param expected what their marks for others and others' marks for them would lead one to expect
 * @param score by how many standard deviations the marks exceed the expectation
 * @param chance the chance that a company without rings shows such a group by accident, at most 1
 */
record Ring(List<String> members, List<Evidence> evidence, double given, double expected, double score, double chance) {

    /** Who gave whom marks in a month; {@code value} is their mean. */
    record Evidence(String raterId, String lecturerId, YearMonth month, double value) {}

    double excess() {
        return given - expected;
    }
}
