package org.xinhuo.incentive;

import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Texts;

/** Words for the outcomes of decision tables, whose owners may add more than the bundles know. */
@Component
public class OutcomeTexts {

    private static final String OTHER = ".other";

    private final Texts texts;

    OutcomeTexts(Texts texts) {
        this.texts = texts;
    }

    /**
     * The code of a sentence about an outcome: its own, {@code stem.outcome}, where there is one, otherwise
     * {@code stem.other}, which takes the outcome itself as its last argument.
     */
    public String code(String stem, String outcome) {
        String own = stem + "." + outcome;
        // Texts answers with the code where the bundles have none.
        return texts.text(Locale.ENGLISH, own).equals(own) ? stem + OTHER : own;
    }

    /** The name of an outcome in the language of the request; as the table writes it where it has no other. */
    public String label(String stem, String outcome) {
        return label(LocaleContextHolder.getLocale(), stem, outcome);
    }

    /** The name of an outcome in a language; as the table writes it where it has no other. */
    public String label(Locale locale, String stem, String outcome) {
        String own = stem + "." + outcome;
        String name = texts.text(locale, own);
        return name.equals(own) ? outcome : name;
    }
}
