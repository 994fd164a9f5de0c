package org.xinhuo.people;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a text names a competency, Chinese or English. Always the same answer for the same words. */
public final class CompetencyNames {

    /** What the competencies of a model end with without meaning more by it. */
    private static final Pattern SUFFIX = Pattern.compile("(?:能力|技能|技巧|水平|\\s+skills?|\\s+ability)$");

    private CompetencyNames() {}

    /** Those of the competencies that a text names, in their order. */
    public static List<String> in(String text, Collection<String> competencies) {
        String said = plain(text);
        return competencies.stream()
                .filter(competency -> pattern(competency)
                        .filter(name -> name.matcher(said).find())
                        .isPresent())
                .toList();
    }

    /** Full width becomes half width, capitals small, blanks single; lines stay. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replaceAll("[^\\S\\n]+", " ")
                .strip();
    }

    /** What is left of a name, made {@link #plain}, without the word for a skill at its end: 谈判 of 谈判能力. */
    public static String core(String competency) {
        String whole = plain(competency);
        String core = SUFFIX.matcher(whole).replaceFirst("");
        return core.isEmpty() ? whole : core;
    }

    /**
     * Finds a competency in a text that was made {@link #plain}; none for a name without a letter. Latin names end where
     * the word ends: "sales" is not in "salesman"; 复购 is in 客户复购率.
     */
    public static Optional<Pattern> pattern(String competency) {
        String name = core(competency);
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile("(?<![a-z0-9])" + Pattern.quote(name) + "(?![a-z0-9])"));
    }
}
