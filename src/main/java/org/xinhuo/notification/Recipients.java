package org.xinhuo.notification;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** Whom notices are for: address, language and rhythm as of now, in two statements for however many. */
@Component
class Recipients {

    private final Employees employees;
    private final Preferences preferences;
    private final DeliverySettings settings;
    private final CompanyTime time;

    Recipients(Employees employees, Preferences preferences, DeliverySettings settings, CompanyTime time) {
        this.employees = employees;
        this.preferences = preferences;
        this.settings = settings;
        this.time = time;
    }

    /** @param regional the working hours of a region */
    @Transactional(readOnly = true)
    public Map<String, Recipient> of(Collection<String> people, Function<String, WorkingHours> regional) {
        Map<String, Preference> chosen = preferences.of(people);
        return employees.findAllById(people).stream()
                .map(person -> recipient(person, chosen.getOrDefault(person.id(), Preference.NONE), regional))
                .collect(Collectors.toMap(Recipient::id, Function.identity()));
    }

    private Recipient recipient(Employee person, Preference chosen, Function<String, WorkingHours> regional) {
        WorkingHours own = chosen.hours();
        WorkingHours usual = regional.apply(person.region());
        return new Recipient(
                person.id(),
                person.name(),
                person.email(),
                language(person.locale()),
                person.isActiveOn(time.today()),
                chosen.muted(),
                new Rhythm(
                        own != null ? own.with(usual.special().holidays()) : usual,
                        zone(person),
                        Objects.requireNonNullElse(chosen.cadence(), settings.cadence()),
                        chosen.urgentAnyTime()));
    }

    private ZoneId zone(Employee person) {
        try {
            return person.timeZone();
        } catch (DateTimeException unknownHere) {
            // Zones are data of the Java runtime; a node with older data still writes.
            return time.zone();
        }
    }

    /** Any Chinese reads zh-CN; everybody else English. */
    private static Locale language(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
