package org.xinhuo.incentive.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.content.ContentAccess;
import org.xinhuo.incentive.conversion.ApplicationCase;
import org.xinhuo.incentive.conversion.ApplicationCases;
import org.xinhuo.incentive.conversion.CaseStory;
import org.xinhuo.incentive.conversion.Conversions;
import org.xinhuo.incentive.conversion.DecideCase;
import org.xinhuo.incentive.conversion.FileCase;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** Application cases over HTTP: tell, tell anew, take back, confirm, and what they come to month by month. */
@RestController
class CaseApi {

    private static final Set<String> FIELDS = Set.of("situation", "action", "result", "figure", "unit");
    private static final Set<String> READ_EVERYBODYS = Set.of("hr", "auditor", "camunda-admin");
    private static final int MOST_MONTHS = 60;

    private final ContentAccess access;
    private final ApplicationCases cases;
    private final FileCase fileCase;
    private final DecideCase decide;
    private final Conversions conversions;
    private final Employees employees;
    private final Groups groups;

    CaseApi(
            ContentAccess access,
            ApplicationCases cases,
            FileCase fileCase,
            DecideCase decide,
            Conversions conversions,
            Employees employees,
            Groups groups) {
        this.access = access;
        this.cases = cases;
        this.fileCase = fileCase;
        this.decide = decide;
        this.conversions = conversions;
        this.employees = employees;
        this.groups = groups;
    }

    /** What a case tells; for the description of the interface. */
    record StoryRequest(
            @Schema(maxLength = CaseStory.LONGEST) String situation,
            @Schema(maxLength = CaseStory.LONGEST) String action,
            @Schema(maxLength = CaseStory.LONGEST) String result,
            @Nullable BigDecimal figure,

            @Schema(maxLength = CaseStory.LONGEST_UNIT) @Nullable
            String unit) {}

    /** The answer of the lecturer or HR. */
    record Decision(@Nullable Boolean confirmed, @Nullable String remark) {}

    /**
     * A case in one version.
     *
     * @param figure a decimal string, or null
     * @param resourceId its file, at {@code /api/resources/{id}}, or null
     */
    record CaseView(
            String id,
            int version,
            String shareId,
            String learnerId,
            String situation,
            String action,
            String result,
            @Nullable String figure,
            @Nullable String unit,
            @Nullable String resourceId,
            String state,
            Instant filedAt,
            @Nullable Instant decidedAt,
            @Nullable String remark) {

        static CaseView of(ApplicationCase of) {
            CaseStory story = of.story();
            return new CaseView(
                    of.id(),
                    of.number(),
                    of.shareId(),
                    of.learnerId(),
                    story.situation(),
                    story.action(),
                    story.result(),
                    story.figure() == null
                            ? null
                            : story.figure().stripTrailingZeros().toPlainString(),
                    story.unit(),
                    of.resourceId(),
                    of.state().name(),
                    of.filedAt(),
                    of.decidedAt(),
                    of.remark());
        }

        static List<CaseView> of(List<ApplicationCase> all) {
            return all.stream().map(CaseView::of).toList();
        }
    }

    /**
     * @param mine the reader's own in their newest versions
     * @param waiting for the lecturer and HR; null for everybody else
     */
    record CasesView(
            List<CaseView> confirmed,
            List<CaseView> mine,
            @Nullable List<CaseView> waiting) {}

    /** One month of one lecturer. */
    record MonthView(String period, int reuses, int cases) {}

    @GetMapping("/api/shares/{id}/cases")
    CasesView cases(@PathVariable String id, Principal reader) {
        String me = reader.getName();
        Share share = access.readable(id, me);
        boolean answers = share.lecturerId().equals(me) || groups.of(me).contains("hr");
        return new CasesView(
                CaseView.of(cases.confirmed(id)),
                CaseView.of(cases.own(id, me)),
                answers ? CaseView.of(cases.waiting(id)) : null);
    }

    @PostMapping(path = "/api/shares/{id}/cases", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    CaseView file(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = StoryRequest.class)))
                    @RequestBody
                    JsonNode body,
            Principal learner) {
        return CaseView.of(cases.newest(fileCase.file(id, story(body), null, learner.getName())));
    }

    /** The same with a file that shows it. */
    @PostMapping(path = "/api/shares/{id}/cases", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    CaseView fileWith(
            @PathVariable String id,
            @RequestParam("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String situation,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String result,
            @RequestParam(required = false) @Nullable String figure,
            @RequestParam(required = false) @Nullable String unit,
            Principal learner) {
        CaseStory story = CaseStory.of(situation, action, result, figure(figure), unit);
        return CaseView.of(cases.newest(fileCase.file(id, story, ContentApi.upload(file), learner.getName())));
    }

    /** Another version, by who told the case; its file stays. */
    @PutMapping("/api/cases/{id}")
    CaseView revise(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = StoryRequest.class)))
                    @RequestBody
                    JsonNode body,
            Principal learner) {
        fileCase.revise(id, story(body), null, learner.getName());
        return CaseView.of(cases.newest(id));
    }

    /** Takes back what nobody has answered. */
    @DeleteMapping("/api/cases/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id, Principal learner) {
        decide.withdraw(id, learner.getName());
    }

    /** By the lecturer of the share or HR. */
    @PostMapping("/api/cases/{id}/decision")
    CaseView decide(@PathVariable String id, @RequestBody Decision body, Principal by) {
        if (body.confirmed() == null) {
            throw Refusal.invalid("confirmed", "form.required", "confirmed");
        }
        decide.reply(id, by.getName(), body.confirmed(), body.remark());
        return CaseView.of(cases.newest(id));
    }

    /** For the lecturer, the manager, HR, auditors and administrators; the latest month first. */
    @GetMapping("/api/lecturers/{id}/conversions")
    List<MonthView> conversions(
            @PathVariable String id, @RequestParam String from, @RequestParam String to, Principal reader) {
        YearMonth first = Periods.parse(from);
        YearMonth last = Periods.parse(to);
        if (last.isBefore(first) || first.plusMonths(MOST_MONTHS).isBefore(last)) {
            throw Refusal.invalid("to", "content.months", MOST_MONTHS);
        }
        refuseStrangers(id, reader.getName());
        return conversions.of(id, first, last).stream()
                .map(month -> new MonthView(month.period().toString(), month.reuses(), month.cases()))
                .toList();
    }

    void refuseStrangers(String lecturerId, String reader) {
        if (!reader.equals(lecturerId)
                && groups.of(reader).stream().noneMatch(READ_EVERYBODYS::contains)
                && employees
                        .findById(lecturerId)
                        .filter(lecturer -> reader.equals(lecturer.managerId()))
                        .isEmpty()) {
            throw Refusal.forbidden("incentive.notYourMonth");
        }
    }

    private static CaseStory story(JsonNode body) {
        if (!body.isObject()) {
            throw Refusal.invalid("base.unreadable");
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw Refusal.invalid(name, "form.unknownField", name, name);
            }
        });
        JsonNode figure = body.path("figure");
        return CaseStory.of(
                text(body, "situation"),
                text(body, "action"),
                text(body, "result"),
                figure.isMissingNode() || figure.isNull() ? null : figure(figure.asText()),
                text(body, "unit"));
    }

    private static @Nullable String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
            throw Refusal.invalid(field, "form.notAText", field);
        }
        return value.textValue();
    }

    /** As people type it; empty is none. */
    static @Nullable BigDecimal figure(@Nullable String typed) {
        String plain = typed == null ? "" : typed.strip().replace(",", "");
        if (plain.isEmpty()) {
            return null;
        }
        // Not 1E+999999999, which fits into a few bytes and into no column.
        if (!plain.matches("[+-]?\\d{1,14}(\\.\\d{1,10})?")) {
            throw Refusal.invalid("figure", "form.notANumber", "figure");
        }
        return new BigDecimal(plain);
    }
}
