package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.MentorLeaves;
import org.xinhuo.mentoring.MentorLeaves.MentorLeave;
import org.xinhuo.mentoring.absence.NoteLeave;

/** On which days a mentor is away: for himself, HR and administrators. */
@RestController
class LeaveApi {

    private final NoteLeave noteLeave;
    private final MentorLeaves leaves;

    LeaveApi(NoteLeave noteLeave, MentorLeaves leaves) {
        this.noteLeave = noteLeave;
        this.leaves = leaves;
    }

    /** Both days included. */
    record LeaveRequest(@Nullable LocalDate from, @Nullable LocalDate until) {}

    /** @param id by which it is ended */
    record Leave(long id, LocalDate from, LocalDate until) {

        static Leave of(MentorLeave leave) {
            return new Leave(leave.id(), leave.firstDay(), leave.lastDay());
        }
    }

    @GetMapping("/api/mentors/{id}/leaves")
    List<Leave> leaves(@PathVariable String id, Principal person) {
        noteLeave.expectMay(id, person.getName());
        return leaves.of(id).stream().map(Leave::of).toList();
    }

    @PostMapping("/api/mentors/{id}/leaves")
    @ResponseStatus(HttpStatus.CREATED)
    Leave note(@PathVariable String id, @RequestBody LeaveRequest body, Principal person) {
        return Leave.of(
                noteLeave.note(id, required("from", body.from()), required("until", body.until()), person.getName()));
    }

    @DeleteMapping("/api/mentors/{id}/leaves/{leaveId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, @PathVariable long leaveId, Principal person) {
        noteLeave.end(id, leaveId, person.getName());
    }

    private static LocalDate required(String field, @Nullable LocalDate value) {
        if (value == null) {
            throw Refusal.invalid(field, "form.required", field);
        }
        return value;
    }
}
