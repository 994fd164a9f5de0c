package org.xinhuo.promotion.web;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.promotion.ShowGate;
import org.xinhuo.promotion.StartPromotion;
import org.xinhuo.promotion.WithdrawPromotion;

/** The promotion gate over HTTP. */
@RestController
class PromotionApi {

    private final ShowGate gate;
    private final StartPromotion start;
    private final WithdrawPromotion withdrawal;

    PromotionApi(ShowGate gate, StartPromotion start, WithdrawPromotion withdrawal) {
        this.gate = gate;
        this.start = start;
        this.withdrawal = withdrawal;
    }

    record Decision(String key, int version) {}

    record Answer(
            String employeeId,
            String targetRole,
            boolean eligible,
            @Nullable String applicationId,
            boolean applied,
            boolean granted,
            List<ShowGate.Condition> conditions,
            List<String> missing,
            Decision decision) {}

    /** @param employeeId who is to be promoted, or null for who asks */
    record Application(
            @Nullable String employeeId, @Nullable String targetRole) {}

    record Applied(String id) {}

    /** How the gate would answer, without applying. */
    @GetMapping("/api/promotions/eligibility")
    Answer eligibility(
            @RequestParam(required = false) @Nullable String employeeId,
            @RequestParam(defaultValue = "department-manager") String targetRole,
            Principal reader) {
        ShowGate.Gate found = gate.of(
                employeeId == null || employeeId.isBlank() ? reader.getName() : employeeId,
                targetRole,
                reader.getName());
        return new Answer(
                found.employeeId(),
                found.targetRole(),
                found.eligible(),
                found.applicationId(),
                found.applied(),
                found.granted(),
                found.conditions(),
                found.missing(),
                new Decision("promotion-eligibility", found.decisionVersion()));
    }

    /** By the applicant, while nobody has decided. */
    @DeleteMapping("/api/promotions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id, Principal applicant) {
        withdrawal.withdraw(id, applicant.getName());
    }

    @PostMapping("/api/promotions")
    @ResponseStatus(HttpStatus.CREATED)
    Applied apply(@RequestBody Application application) {
        if (application.targetRole() == null || application.targetRole().isBlank()) {
            throw Refusal.invalid("targetRole", "form.required", "targetRole");
        }
        return new Applied(start.apply(application.employeeId(), application.targetRole()));
    }
}
