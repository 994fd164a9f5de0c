package org.xinhuo.library.content;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names a content in the storage: 32 hexadecimal digits by chance, so that no name of a user ever becomes a path.
 *
 * @param value the digits, in lower case
 */
public record ContentKey(String value) {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{32}");

    public ContentKey {
        if (!DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException("no content key: " + value);
        }
    }

    /** One that nobody has used. */
    public static ContentKey fresh() {
        return new ContentKey(UUID.randomUUID().toString().replace("-", ""));
    }
}
