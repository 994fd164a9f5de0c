package org.xinhuo.base;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of the product, in the language of whoever reads them. */
@Component
public class Texts {

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** In the language of the request that is being served; English where there is none. */
    public String text(String code, Object... arguments) {
        return text(LocaleContextHolder.getLocale(), code, arguments);
    }

    /** A missing text shows its code: ugly, and therefore found. */
    public String text(Locale locale, String code, Object... arguments) {
        return messages.getMessage(code, arguments, code, locale);
    }

    /** The sentence of a refusal, in the language of the request that is being served. */
    public String sentence(Refusal refusal) {
        return text(refusal.code(), refusal.arguments().toArray());
    }
}
