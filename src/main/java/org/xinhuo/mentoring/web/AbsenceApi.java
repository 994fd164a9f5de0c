package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.process.AbsenceProcess;
import org.xinhuo.mentoring.process.absence.SubstitutionProcess;
import org.xinhuo.mentoring.rights.MentoringAction;

/** Pause, go on, and somebody who stands in. */
@RestController
class AbsenceApi {

    private final AbsenceProcess absence;
    private final SubstitutionProcess substitution;

    AbsenceApi(AbsenceProcess absence, SubstitutionProcess substitution) {
        this.absence = absence;
        this.substitution = substitution;
    }

    /**
     * @param until the last day; without one, the longest that the table pause-rule allows
     * @param reason in words
     */
    record PauseRequest(@Nullable LocalDate until, @Nullable String reason) {}

    /** @param mentorId who stands in, on all days from {@code from} to {@code until} */
    record SubstituteRequest(
            @Nullable String mentorId,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    @PostMapping("/api/mentorships/{id}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pause(@PathVariable String id, @RequestBody(required = false) @Nullable PauseRequest body, Principal person) {
        absence.pause(id, person.getName(), body == null ? null : body.until(), body == null ? null : body.reason());
    }

    @PostMapping("/api/mentorships/{id}/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(@PathVariable String id, Principal person) {
        absence.resume(id, person.getName());
    }

    @PostMapping("/api/mentorships/{id}/substitute")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void substitute(@PathVariable String id, @RequestBody SubstituteRequest body, Principal person) {
        absence.expect(id, person.getName(), MentoringAction.NAME_SUBSTITUTE);
        absence.nameSubstitute(
                id,
                person.getName(),
                required("mentorId", body.mentorId()),
                required("from", body.from()),
                required("until", body.until()));
    }

    @DeleteMapping("/api/mentorships/{id}/substitute")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSubstitution(@PathVariable String id, Principal person) {
        substitution.end(id, person.getName());
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Refusal.invalid(field, "form.required", field);
        }
        return value;
    }
}
