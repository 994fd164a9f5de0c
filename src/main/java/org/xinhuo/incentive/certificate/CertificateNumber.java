package org.xinhuo.incentive.certificate;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The number of a certificate: eighty random bits as sixteen characters of Crockford's base 32, which has no I, L, O or
 * U. Who tried a thousand a second for ten years against a million certificates would meet one with a probability of
 * about one to four million; so the number is the right to check, and nothing follows from one number for another.
 *
 * @param code sixteen characters without hyphens, as it is stored
 */
public record CertificateNumber(String code) {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 16;

    private static final int GROUP = 4;

    private static final SecureRandom RANDOM = new SecureRandom();

    static CertificateNumber random() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return new CertificateNumber(code.toString());
    }

    /**
     * What somebody typed or copied from paper: small letters, blanks and hyphens are as good, and what the eye takes
     * for each other (I and L for 1, O for 0) is read as what it must be. Empty where it can be no number.
     */
    public static Optional<CertificateNumber> typed(String typed) {
        if (typed.length() > 4 * LENGTH) {
            return Optional.empty();
        }
        String code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return code.length() == LENGTH && code.chars().allMatch(digit -> DIGITS.indexOf(digit) >= 0)
                ? Optional.of(new CertificateNumber(code))
                : Optional.empty();
    }

    /** In groups of four, as it is printed: {@code 7K3M-9QPD-4TWX-0BZ5}. */
    public String printed() {
        StringBuilder printed = new StringBuilder();
        for (int from = 0; from < code.length(); from += GROUP) {
            printed.append(from == 0 ? "" : "-").append(code, from, from + GROUP);
        }
        return printed.toString();
    }

    /** Where anybody checks it, below the address of the house. */
    public String path() {
        return "/certificates/" + printed();
    }
}
