package org.xinhuo.base;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Money as people read it: two decimals, thousands apart, its currency behind it, such as {@code 12,800.00 CNY}. */
public final class Money {

    private Money() {}

    public static String of(BigDecimal amount, String currency) {
        return of(amount) + " " + currency;
    }

    public static String of(BigDecimal amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
    }
}
