package org.xinhuo.notification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Links that a letter gives to its receiver alone, in place of the way through the inbox. They are made when the letter
 * is written and stored nowhere. A module that can make them offers a bean of this type.
 */
public interface PersonalLinks {

    /**
     * @param path below the root of our pages
     * @param buttons further ways, shown beside each other
     */
    record Way(String path, List<Button> buttons) {}

    /**
     * One short way.
     *
     * @param path below the root of our pages
     */
    record Button(String label, String path) {}

    /** Empty where this notice has no personal link, or none any more. Called outside of any transaction. */
    Optional<Way> of(Notices.Notice notice, String personId, Locale locale);
}
