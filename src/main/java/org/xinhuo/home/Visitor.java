package org.xinhuo.home;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import org.xinhuo.base.Texts;
import org.xinhuo.people.Employee;

/**
 * Who looks at a page, for the layout. Asked for lazily: a controller that answers JSON pays nothing for it.
 */
public final class Visitor {

    private final @Nullable String id;
    private final Supplier<@Nullable Employee> employee;
    private final Supplier<Set<String>> groups;
    private final Locale locale;
    private final Texts texts;
    private final String switchLink;
    private final String path;

    Visitor(
            @Nullable String id,
            Supplier<@Nullable Employee> employee,
            Supplier<Set<String>> groups,
            Locale locale,
            Texts texts,
            String switchLink,
            String path) {
        this.id = id;
        this.employee = SingletonSupplier.ofNullable(employee);
        this.groups = SingletonSupplier.of(groups);
        this.locale = locale;
        this.texts = texts;
        this.switchLink = switchLink;
        this.path = path;
    }

    public boolean isSignedIn() {
        return id != null;
    }

    /** The person's name, or the login name of somebody who is not in the company's list. */
    public @Nullable String getName() {
        Employee known = employee.get();
        return known == null ? id : known.name();
    }

    /** Is in at least one of these groups. */
    public boolean in(String... anyOf) {
        for (String group : anyOf) {
            if (groups.get().contains(group)) {
                return true;
            }
        }
        return false;
    }

    /** What {@code aria-current} says of a link to these pages: {@code page} where the visitor is in them, else null. */
    public @Nullable String at(String pages) {
        boolean here = path.equals(pages) || !pages.equals("/") && path.startsWith(pages + "/");
        return here ? "page" : null;
    }

    /** The pages offered to the visitor, as the line at the top groups them. */
    public List<Places.Menu> getNavigation() {
        return Places.of(this);
    }

    /**
     * The name of a month in the visitor's language.
     *
     * @param month a {@link YearMonth}, or the text of one as addresses have it
     */
    public String month(Object month) {
        return texts.month(locale, month instanceof YearMonth known ? known : YearMonth.parse(month.toString()));
    }

    public String getLanguage() {
        return locale.toLanguageTag();
    }

    /** The language that the switch offers. */
    public String getOtherLanguage() {
        return (locale.equals(LanguageFilter.CHINESE) ? LanguageFilter.ENGLISH : LanguageFilter.CHINESE)
                .toLanguageTag();
    }

    /** This page in the other language. */
    public String getSwitchLink() {
        return switchLink;
    }
}
