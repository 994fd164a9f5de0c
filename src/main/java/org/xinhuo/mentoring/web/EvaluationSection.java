package org.xinhuo.mentoring.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.absence.Pauses;
import org.xinhuo.mentoring.evaluation.WaivableAnswer;
import org.xinhuo.mentoring.evaluation.WaiveAnswer;
import org.xinhuo.mentoring.process.EvaluationProcess;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** What the overview of a mentorship says and offers to HR about answers of an evaluation that do not come. */
@Component
class EvaluationSection {

    private final EvaluationProcess evaluation;
    private final WaiveAnswer waiveAnswer;
    private final MentoringRights rights;
    private final Employees employees;
    private final Pauses pauses;

    EvaluationSection(
            EvaluationProcess evaluation,
            WaiveAnswer waiveAnswer,
            MentoringRights rights,
            Employees employees,
            Pauses pauses) {
        this.pauses = pauses;
        this.evaluation = evaluation;
        this.waiveAnswer = waiveAnswer;
        this.rights = rights;
        this.employees = employees;
    }

    /** An answer that was waived, in words. */
    record Line(String answer, String reason, String by, String on) {}

    /**
     * The section.
     *
     * @param waivable the answers that are still missing, where the reader may go on without them
     */
    record View(List<String> waivable, List<Line> waived) {}

    /** Puts {@code waivers} into the model; null where there is nothing to say. */
    void show(Mentorship mentorship, String reader, ReaderTime time, Model model) {
        // Nothing is judged while the pair is paused, so that nothing is missing either.
        boolean waives = mentorship.isOpen()
                && !pauses.isPaused(mentorship.id())
                && rights.may(reader, mentorship, MentoringAction.WAIVE_ANSWER);
        List<String> waivable = waives
                ? evaluation.waivable(mentorship.id()).stream()
                        .map(WaivableAnswer::code)
                        .toList()
                : List.of();
        List<Line> waived = rights.may(reader, mentorship, MentoringAction.READ_WAIVERS)
                ? waiveAnswer.of(mentorship.id(), reader).stream()
                        .map(one -> line(one, time))
                        .toList()
                : List.of();
        model.addAttribute("waivers", waivable.isEmpty() && waived.isEmpty() ? null : new View(waivable, waived));
    }

    private Line line(WaiveAnswer.Waiver waiver, ReaderTime time) {
        return new Line(
                waiver.answer().code(),
                waiver.reason(),
                employees.findById(waiver.waivedBy()).map(Employee::name).orElse(waiver.waivedBy()),
                time.day(waiver.waivedAt().atZone(time.zone()).toLocalDate()));
    }
}
