package org.xinhuo.promotion;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Texts;

/** The roles of the gate's table by what people call them: no form lists them a second time. */
@Component
class KnownRoles {

    private static final String NAME = "promotion.role.";

    private final PromotionRoles roles;
    private final Texts texts;

    KnownRoles(PromotionRoles roles, Texts texts) {
        this.roles = roles;
        this.texts = texts;
    }

    /**
     * The code of the role that is meant by its code, its name in either language, or both as the form proposes them;
     * what was typed where there is none.
     */
    String meant(String typed) {
        String said = typed.strip();
        return roles.named().stream()
                .filter(role -> names(role).anyMatch(said::equalsIgnoreCase))
                .findFirst()
                .orElse(said);
    }

    private Stream<String> names(String role) {
        String chinese = name(Locale.SIMPLIFIED_CHINESE, role);
        String english = name(Locale.ENGLISH, role);
        return Stream.of(role, chinese, english, chinese + " / " + english);
    }

    /** All of them in the reader's language, with their codes. */
    String listed() {
        Locale locale = LocaleContextHolder.getLocale();
        List<String> named = roles.named();
        return named.stream()
                .map(role -> {
                    String name = name(locale, role);
                    return name.equals(role) ? role : name + " (" + role + ")";
                })
                .collect(Collectors.joining(", "));
    }

    /** A role that only the owner's table knows has no name in the bundles. */
    private String name(Locale locale, String role) {
        String name = texts.text(locale, NAME + role);
        return name.startsWith(NAME) ? role : name;
    }
}
