package org.xinhuo.incentive.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.rota.PlanRota;
import org.xinhuo.incentive.rota.ShowRota;
import org.xinhuo.incentive.sharing.ShareNotices;

/** The days of a rota in words, for HR. */
@Component
class RotaDayLines {

    private final PlanRota plan;
    private final ShowRota show;
    private final ShareNotices words;
    private final Texts texts;

    RotaDayLines(PlanRota plan, ShowRota show, ShareNotices words, Texts texts) {
        this.plan = plan;
        this.show = show;
        this.words = words;
        this.texts = texts;
    }

    /** What has become of a day of the rule. */
    record DayLine(String day, String fate, String lecturer, String at, String reason) {}

    /** What a day of the rule would become. */
    record PreviewLine(String day, String at, String lecturer, String reason) {}

    List<DayLine> past(String group, ReaderTime time) {
        return show.days(group).stream()
                .map(day -> new DayLine(
                        time.day(day.slotOn()),
                        day.fate().name(),
                        day.lecturerName() == null ? "" : day.lecturerName(),
                        day.startsAt() == null ? "" : time.moment(day.startsAt()),
                        reason(day.reason(), time.locale())))
                .toList();
    }

    boolean knowsHolidays(String group) {
        return plan.knowsHolidays(group);
    }

    List<PreviewLine> preview(String group, ReaderTime time) {
        return plan.preview(group).stream()
                .map(slot -> new PreviewLine(
                        time.day(slot.slotOn()),
                        slot.startsAt() == null ? "—" : time.moment(slot.startsAt()),
                        slot.lecturerId() == null ? "—" : words.name(slot.lecturerId()),
                        reason(slot.reason(), time.locale())))
                .toList();
    }

    private String reason(@Nullable String reason, Locale locale) {
        if (reason == null) {
            return "";
        }
        return switch (reason) {
            case "", "weekend" -> texts.text(locale, "rota.reason.weekend");
            case "nobody", "past", "unclear" -> texts.text(locale, "rota.reason." + reason);
            default -> reason;
        };
    }
}
