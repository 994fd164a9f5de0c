package org.xinhuo.incentive.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.sharing.AttendanceList;
import org.xinhuo.incentive.sharing.RecordAttendance;
import org.xinhuo.people.ReaderTimes;

/** Who is on the attendance list of a share; the lecturer and HR add to it, HR takes off who was not there. */
@Controller
class AttendancePage {

    private final AttendanceList list;
    private final ReaderTimes times;
    private final Texts texts;

    AttendancePage(AttendanceList list, ReaderTimes times, Texts texts) {
        this.list = list;
        this.times = times;
        this.texts = texts;
    }

    /** @param at when it was written, or null where nobody knows */
    record Line(AttendanceList.Attendee person, @Nullable String at) {}

    record RemovedLine(AttendanceList.Removed person, String at) {}

    @GetMapping("/shares/{id}/attendance")
    String show(@PathVariable String id, Principal reader, Locale locale, Model model) {
        AttendanceList.Shown shown = list.show(id, reader.getName());
        ReaderTime time = times.of(reader.getName(), locale);
        List<Line> lines = shown.attendees().stream()
                .map(one -> new Line(one, one.recordedAt() == null ? null : time.moment(one.recordedAt())))
                .toList();
        model.addAttribute("shareId", id);
        model.addAttribute("shown", shown);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "removed",
                shown.removed().stream()
                        .map(one -> new RemovedLine(one, time.moment(one.removedAt())))
                        .toList());
        return "incentive/attendance";
    }

    @PostMapping("/shares/{id}/attendance")
    String add(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String people,
            Principal recorder,
            Locale locale,
            RedirectAttributes after) {
        try {
            RecordAttendance.Recorded recorded = list.add(id, people, recorder.getName());
            after.addFlashAttribute(
                    "said", texts.text(locale, "rating.attendance.added", recorded.added(), recorded.attendees()));
        } catch (Refusal refusal) {
            after.addFlashAttribute("refused", texts.sentence(refusal));
            after.addFlashAttribute("people", people);
        }
        return "redirect:/shares/{id}/attendance";
    }

    @PostMapping("/shares/{id}/attendance/removal")
    String remove(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String employeeId,
            @RequestParam(defaultValue = "") String reason,
            Principal remover,
            Locale locale,
            RedirectAttributes after) {
        try {
            list.remove(id, employeeId, reason, remover.getName());
            after.addFlashAttribute("said", texts.text(locale, "rating.attendance.removed"));
        } catch (Refusal refusal) {
            after.addFlashAttribute("refused", texts.sentence(refusal));
        }
        return "redirect:/shares/{id}/attendance";
    }
}
