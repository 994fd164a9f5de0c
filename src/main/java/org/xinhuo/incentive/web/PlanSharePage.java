package org.xinhuo.incentive.web;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.rota.ShareStarts;
import org.xinhuo.incentive.sharing.KnownAudiences;
import org.xinhuo.people.ReaderTimes;

/**
 * Plans one share: a lecturer the own, HR anybody's. The process checks what is typed, whoever starts it; only the
 * audience, which it takes as it comes, is checked here, where it can be typed anew.
 */
@Controller
class PlanSharePage {

    private final ShareStarts starts;
    private final KnownAudiences audiences;
    private final ReaderTimes times;
    private final Texts texts;

    PlanSharePage(ShareStarts starts, KnownAudiences audiences, ReaderTimes times, Texts texts) {
        this.starts = starts;
        this.audiences = audiences;
        this.times = times;
        this.texts = texts;
    }

    /** @param lecturer who gives it; the reader where it is empty */
    @PostMapping("/shares")
    String plan(
            @RequestParam(defaultValue = "") String lecturer,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String startsAt,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String audience,
            Principal by,
            Locale locale,
            RedirectAttributes after) {
        ReaderTime time = times.of(by.getName(), locale);
        if (title.isBlank()) {
            throw Refusal.invalid("title", "form.required", "title");
        }
        audiences.expectKnown(audience);
        String id = UUID.randomUUID().toString();
        starts.start(new ShareStarts.Planned(
                id,
                lecturer.isBlank() ? by.getName() : lecturer.strip(),
                title.strip(),
                instant(startsAt, time),
                number(minutes),
                textOrNull(place),
                textOrNull(audience)));
        after.addFlashAttribute("said", texts.text(locale, "content.page.planned"));
        return "redirect:/shares/" + id;
    }

    private static Instant instant(String typed, ReaderTime time) {
        try {
            return LocalDateTime.parse(typed).atZone(time.zone()).toInstant();
        } catch (DateTimeException noTime) {
            throw Refusal.invalid("startsAt", "form.notAnInstant", "startsAt");
        }
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException noNumber) {
            throw Refusal.invalid("minutes", "form.notAnInteger", "minutes");
        }
    }

    private static @Nullable String textOrNull(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }
}
