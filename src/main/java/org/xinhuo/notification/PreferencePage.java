package org.xinhuo.notification;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** Where people say how, how often and when they want to be written to. */
@Controller
@RequestMapping("/notices/preferences")
class PreferencePage {

    private final Preferences preferences;
    private final RegionalHours regional;
    private final Channels channels;
    private final DeliverySettings settings;
    private final Employees employees;
    private final Texts texts;

    PreferencePage(
            Preferences preferences,
            RegionalHours regional,
            Channels channels,
            DeliverySettings settings,
            Employees employees,
            Texts texts) {
        this.preferences = preferences;
        this.regional = regional;
        this.channels = channels;
        this.settings = settings;
        this.employees = employees;
        this.texts = texts;
    }

    /** A day to choose from. */
    record Day(String value, String name, boolean chosen) {}

    @GetMapping
    String preferences(Principal principal, Locale locale, Model model) {
        Employee person = employees.get(principal.getName());
        Preference chosen = preferences.of(person.id());
        WorkingHours usual = regional.now().apply(person.region());
        WorkingHours hours = Objects.requireNonNullElse(chosen.hours(), usual);
        model.addAttribute("email", person.email());
        model.addAttribute("channels", channels.open().stream().sorted().toList());
        model.addAttribute("muted", chosen.muted());
        model.addAttribute("cadences", Cadence.values());
        model.addAttribute("cadence", chosen.cadence());
        model.addAttribute("companyCadence", settings.cadence());
        model.addAttribute("urgentAnyTime", chosen.urgentAnyTime());
        model.addAttribute("own", chosen.hours() != null);
        model.addAttribute("usual", inWords(usual, locale));
        model.addAttribute("zone", person.timeZone().getId());
        model.addAttribute("days", days(hours, locale));
        model.addAttribute("from", hours.from().toString());
        model.addAttribute("to", hours.to().toString());
        return "notification/preferences";
    }

    @PostMapping
    String keep(
            @RequestParam(defaultValue = "") Set<String> on,
            @RequestParam(defaultValue = "") String cadence,
            @RequestParam(defaultValue = "false") boolean urgentAnyTime,
            @RequestParam(defaultValue = "false") boolean own,
            @RequestParam(defaultValue = "") Set<String> days,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Principal principal,
            Locale locale,
            RedirectAttributes after) {
        Preference before = preferences.of(principal.getName());
        // A channel that is closed today was not asked about: what was said about it stays.
        Set<String> muted = new HashSet<>(before.muted());
        muted.removeAll(channels.open());
        channels.open().stream().filter(name -> !on.contains(name)).forEach(muted::add);
        preferences.keep(
                principal.getName(),
                new Preference(muted, cadence(cadence), urgentAnyTime, own ? hours(days, from, to) : null));
        after.addFlashAttribute("said", texts.text(locale, "notification.preferences.kept"));
        return "redirect:/notices/preferences";
    }

    private static @Nullable Cadence cadence(String written) {
        if (written.isEmpty()) {
            return null;
        }
        return Arrays.stream(Cadence.values())
                .filter(cadence -> cadence.name().equals(written))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("cadence", "notification.unknownCadence"));
    }

    private static WorkingHours hours(Set<String> days, String from, String to) {
        Set<DayOfWeek> chosen = Arrays.stream(DayOfWeek.values())
                .filter(day -> days.contains(day.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
        if (chosen.isEmpty()) {
            throw Refusal.invalid("days", "notification.hours.noDay");
        }
        try {
            return new WorkingHours(chosen, LocalTime.parse(from), LocalTime.parse(to));
        } catch (DateTimeException noTime) {
            throw Refusal.invalid("from", "notification.hours.noTime");
        }
    }

    private static List<Day> days(WorkingHours hours, Locale locale) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Day(
                        day.name(),
                        day.getDisplayName(TextStyle.SHORT, locale),
                        hours.days().contains(day)))
                .toList();
    }

    /** "Mon to Fri 09:00–18:00"; days that do not follow each other are counted up. */
    private String inWords(WorkingHours hours, Locale locale) {
        List<DayOfWeek> firsts = hours.days().stream()
                .filter(day -> !hours.days().contains(day.minus(1)))
                .toList();
        String days = firsts.size() == 1 && hours.days().size() > 2
                ? texts.text(
                        locale,
                        "notification.hours.range",
                        firsts.get(0).getDisplayName(TextStyle.SHORT, locale),
                        firsts.get(0).plus(hours.days().size() - 1L).getDisplayName(TextStyle.SHORT, locale))
                : hours.days().stream()
                        .map(day -> day.getDisplayName(TextStyle.SHORT, locale))
                        .collect(Collectors.joining(texts.text(locale, "notification.hours.and")));
        return texts.text(
                locale,
                "notification.hours",
                days,
                hours.from().toString(),
                hours.to().toString());
    }
}
