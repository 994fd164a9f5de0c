package org.xinhuo.incentive.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.rating.RateShare;
import org.xinhuo.incentive.rating.Ratings;
import org.xinhuo.incentive.sharing.RecordAttendance;

/** Shares over HTTP: see them, keep the attendance list, rate. */
@RestController
@RequestMapping("/api/shares")
class ShareController {

    private final ReadShares readShares;
    private final RecordAttendance recordAttendance;
    private final RateShare rateShare;

    ShareController(ReadShares readShares, RecordAttendance recordAttendance, RateShare rateShare) {
        this.readShares = readShares;
        this.recordAttendance = recordAttendance;
        this.rateShare = rateShare;
    }

    /** What {@code PUT …/ratings/mine} takes in; for the description of the interface. */
    record RatingRequest(
            @Schema(minimum = "1", maximum = "10", requiredMode = Schema.RequiredMode.REQUIRED)
            int score,

            @Schema(maxLength = RateShare.LONGEST_COMMENT) @Nullable
            String comment) {}

    /** What {@code POST …/attendance} takes in; for the description of the interface. */
    record AttendanceRequest(List<String> employeeIds) {}

    /** A person's own shares: those given, and those to rate now. */
    @GetMapping
    ReadShares.Mine mine(
            @RequestParam @Schema(allowableValues = {"", "lecturer", "learner"}) String mine, Principal reader) {
        if (!Set.of("", "lecturer", "learner").contains(mine)) {
            throw Refusal.invalid("mine", "form.notOneOf", "mine", mine, "lecturer, learner");
        }
        return readShares.mine(reader.getName(), !mine.equals("learner"), !mine.equals("lecturer"));
    }

    /** For the lecturer, who attends, the lecturer's manager, HR, auditors and administrators. Names no rater. */
    @GetMapping("/{id}")
    ReadShares.View share(@PathVariable String id, Principal reader) {
        return readShares.share(id, reader.getName());
    }

    /** Adds people to the attendance list; any unknown id, and nobody is added. */
    @PostMapping("/{id}/attendance")
    RecordAttendance.Recorded attendance(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = AttendanceRequest.class)))
                    @RequestBody
                    JsonNode body,
            Principal recorder) {
        refuseOthers(body, "employeeIds");
        JsonNode ids = body.path("employeeIds");
        if (!ids.isArray()) {
            throw Refusal.invalid("employeeIds", "form.notAList", "employeeIds");
        }
        List<String> employeeIds = new ArrayList<>();
        for (JsonNode employeeId : ids) {
            if (!employeeId.isTextual()) {
                throw Refusal.invalid("employeeIds", "form.notAText", "employeeIds");
            }
            employeeIds.add(employeeId.textValue());
        }
        return recordAttendance.record(id, employeeIds, recorder.getName());
    }

    /** Rates, or replaces the own rating, while the window is open. */
    @PutMapping("/{id}/ratings/mine")
    Ratings.Given rate(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = RatingRequest.class)))
                    @RequestBody
                    JsonNode body,
            Principal learner) {
        refuseOthers(body, "score", "comment");
        JsonNode comment = body.path("comment");
        if (!Set.of(JsonNodeType.STRING, JsonNodeType.NULL, JsonNodeType.MISSING)
                .contains(comment.getNodeType())) {
            throw Refusal.invalid("comment", "form.notAText", "comment");
        }
        return rateShare.rate(id, learner.getName(), score(body.path("score")), comment.textValue());
    }

    /** Read strictly: the mapper would make 7 of 7.5 and of "7". */
    private static int score(JsonNode score) {
        if (score.isMissingNode() || score.isNull()) {
            throw Refusal.invalid("score", "form.required", "score");
        }
        if (!score.isNumber()) {
            throw Refusal.invalid("score", "form.notANumber", "score");
        }
        if (!score.isIntegralNumber()) {
            throw Refusal.invalid("score", "form.notAnInteger", "score");
        }
        if (!score.canConvertToInt()) {
            throw Refusal.invalid("score", "form.outOfRange", "score", RateShare.LOWEST, RateShare.HIGHEST);
        }
        return score.intValue();
    }

    /** A misspelt field must not be lost without a word. */
    private static void refuseOthers(JsonNode body, String... fields) {
        if (!body.isObject()) {
            throw Refusal.invalid("base.unreadable");
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!Set.of(fields).contains(name)) {
                throw Refusal.invalid(name, "form.unknownField", name, name);
            }
        });
    }
}
