package org.xinhuo.mentoring.web;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.mentoring.process.MentoringProcess;

/** What the pair, HR and administrators ask for about the mentorship itself. No reason is needed. */
@RestController
class MentorshipRequestsApi {

    private final MentoringProcess mentoring;

    MentorshipRequestsApi(MentoringProcess mentoring) {
        this.mentoring = mentoring;
    }

    @PostMapping("/api/mentorships/{id}/graduation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void graduation(@PathVariable String id, Principal person) {
        mentoring.requestGraduation(id, person.getName());
    }

    /** @param reason why, in words; required */
    record WithdrawalRequest(@Nullable String reason) {}

    /** HR takes back what still looks for a mentor. */
    @PostMapping("/api/mentorships/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawal(@PathVariable String id, @RequestBody WithdrawalRequest body, Principal person) {
        mentoring.withdraw(id, person.getName(), body.reason());
    }

    @PostMapping("/api/mentorships/{id}/rematch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rematch(@PathVariable String id, Principal person) {
        mentoring.requestRematch(id, person.getName());
    }
}
