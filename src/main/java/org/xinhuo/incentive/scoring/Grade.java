package org.xinhuo.incentive.scoring;

/**
 * What a score means, by the decision {@code lecturer-grade}.
 *
 * @param name {@code excellent}, {@code good}, {@code pass} or {@code fail}
 * @param version the version of the decision
 */
public record Grade(String name, int version) {

    /** The grade that titles and bonuses are about. */
    public static final String EXCELLENT = "excellent";

    /** The grade that warnings are about. */
    public static final String FAIL = "fail";
}
