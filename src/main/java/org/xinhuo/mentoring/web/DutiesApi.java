package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.coaching.AdmitGuidance;
import org.xinhuo.mentoring.coaching.ConnectDepartment;
import org.xinhuo.mentoring.coaching.DutyList;
import org.xinhuo.mentoring.coaching.OptionalDuties;
import org.xinhuo.mentoring.coaching.OptionalDuty;
import org.xinhuo.mentoring.coaching.RecommendResource;
import org.xinhuo.mentoring.coaching.RecordGuidance;
import org.xinhuo.mentoring.log.LogConsent;
import org.xinhuo.mentoring.log.LogReaders;
import org.xinhuo.mentoring.process.coaching.CoachingProcess;

/** What a mentor owes, owed and did: of one mentorship for the pair and HR, over the company for HR. */
@RestController
class DutiesApi {

    private final Mentorships mentorships;
    private final MentoringReaders readers;
    private final LogConsent consent;
    private final LogReaders log;
    private final DutyList duties;
    private final OptionalDuties optional;
    private final RecommendResource recommendResource;
    private final ConnectDepartment connectDepartment;
    private final AdmitGuidance admitGuidance;
    private final CoachingProcess coaching;

    DutiesApi(
            Mentorships mentorships,
            MentoringReaders readers,
            LogConsent consent,
            LogReaders log,
            DutyList duties,
            OptionalDuties optional,
            RecommendResource recommendResource,
            ConnectDepartment connectDepartment,
            AdmitGuidance admitGuidance,
            CoachingProcess coaching) {
        this.mentorships = mentorships;
        this.readers = readers;
        this.consent = consent;
        this.log = log;
        this.duties = duties;
        this.optional = optional;
        this.recommendResource = recommendResource;
        this.connectDepartment = connectDepartment;
        this.admitGuidance = admitGuidance;
        this.coaching = coaching;
    }

    /** How often an optional duty was carried out, and each time; it has no state and no date. */
    record Optional(String kind, int count, List<? extends OptionalDuty> given) {}

    /**
     * The mandatory duties, what is owed first, and beside them the optional ones.
     *
     * @param wordsLeftOut whether reasons and purposes are left out, because these words are the log's
     */
    record DutiesOfMentorship(List<DutyList.Line> mandatory, List<Optional> optional, boolean wordsLeftOut) {}

    /** A resource to recommend: a link or the id of one in the library. */
    record Resource(
            @Nullable String title,
            @Nullable String link,
            @Nullable String resourceId,
            @Nullable String reason,
            @Nullable String competency) {}

    /** A talk, with the fields of the form give-deep-guidance. */
    record Talk(
            @Nullable String topic,
            @Nullable String question,
            @Nullable String advice,
            @Nullable Integer minutes,
            @Nullable String method,
            @Nullable LocalDate heldOn) {}

    /** Whom the mentee shall meet, and what for. */
    record Connection(@Nullable String contactId, @Nullable String purpose) {}

    record Stored(long id) {}

    @GetMapping("/api/mentorships/{id}/duties")
    DutiesOfMentorship duties(@PathVariable String id, Principal reader) {
        Mentorship mentorship = mentorships.get(id);
        readers.checkMentorship(reader.getName(), mentorship);
        Instant visibleFrom = consent.visibleFrom(mentorship, reader.getName());
        boolean words = log.readsWords(mentorship, reader.getName());
        List<OptionalDuty.Resource> resources = optional.resources(id, visibleFrom, words);
        List<OptionalDuty.Connection> connections = optional.connections(id, visibleFrom, words);
        return new DutiesOfMentorship(
                duties.of(id, visibleFrom),
                List.of(
                        new Optional(OptionalDuty.RECOMMEND_RESOURCE, resources.size(), resources),
                        new Optional(OptionalDuty.CONNECT_DEPARTMENT, connections.size(), connections)),
                !words);
    }

    @PostMapping("/api/mentorships/{id}/duties/recommend-resource")
    @ResponseStatus(HttpStatus.CREATED)
    Stored recommend(@PathVariable String id, @RequestBody Resource resource, Principal mentor) {
        return new Stored(recommendResource.recommend(
                id,
                mentor.getName(),
                resource.title(),
                resource.link(),
                resource.resourceId(),
                resource.reason(),
                resource.competency()));
    }

    /** Writes down a talk, at any time while the coaching goes on and a few days longer; fields as in the form. */
    @PostMapping("/api/mentorships/{id}/guidances")
    @ResponseStatus(HttpStatus.CREATED)
    void giveGuidance(@PathVariable String id, @RequestBody Talk talk, Principal mentor) {
        // Who may not learns that, and nothing about the form.
        admitGuidance.expectMentor(id, mentor.getName());
        coaching.giveGuidance(
                id,
                mentor.getName(),
                RecordGuidance.Guidance.of(
                        talk.topic(), talk.question(), talk.advice(), talk.minutes(), talk.method(), talk.heldOn()));
    }

    @PostMapping("/api/mentorships/{id}/duties/connect-department")
    @ResponseStatus(HttpStatus.CREATED)
    Stored connect(@PathVariable String id, @RequestBody Connection connection, Principal mentor) {
        return new Stored(
                connectDepartment.connect(id, mentor.getName(), connection.contactId(), connection.purpose()));
    }

    /** What was not done in its time over all pairs, the latest due first; for those who read all. */
    @GetMapping("/api/duties")
    List<DutyList.Line> notDone(
            @RequestParam(defaultValue = "missed") String state,
            @RequestParam(defaultValue = "200") int limit,
            @RequestParam(defaultValue = "0") int offset,
            Principal reader) {
        if (!readers.readsDutiesOfAll(reader.getName())) {
            throw Refusal.forbidden("coaching.duties.mayNotRead");
        }
        return duties.notDone(state, limit, offset);
    }
}
