package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.mentoring.evaluation.WaiveAnswer;
import org.xinhuo.mentoring.process.EvaluationProcess;

/** HR goes on without the answer of somebody who does not give it, and who reads later that it was so. */
@RestController
class EvaluationApi {

    private final EvaluationProcess evaluation;
    private final WaiveAnswer waiveAnswer;

    EvaluationApi(EvaluationProcess evaluation, WaiveAnswer waiveAnswer) {
        this.evaluation = evaluation;
        this.waiveAnswer = waiveAnswer;
    }

    /**
     * @param answer self (the mentee's) or growth (the mentor's)
     * @param reason why, in words; required
     */
    record WaiverRequest(@Nullable String answer, @Nullable String reason) {}

    /** An answer that was waived. */
    record Waiver(String answer, String reason, String waivedBy, Instant waivedAt) {}

    @PostMapping("/api/mentorships/{id}/evaluation/waiver")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void waive(@PathVariable String id, @RequestBody WaiverRequest body, Principal person) {
        evaluation.waive(id, person.getName(), body.answer(), body.reason());
    }

    @GetMapping("/api/mentorships/{id}/evaluation/waivers")
    List<Waiver> waivers(@PathVariable String id, Principal reader) {
        return waiveAnswer.of(id, reader.getName()).stream()
                .map(one -> new Waiver(one.answer().code(), one.reason(), one.waivedBy(), one.waivedAt()))
                .toList();
    }
}
