package org.xinhuo.mentoring.coaching;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.library.ForwardResource;
import org.xinhuo.mentoring.log.CoachingLog;
import org.xinhuo.mentoring.log.LogKind;
import org.xinhuo.mentoring.log.NewEntry;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employees;

/** The mentor recommends something to learn from; an optional duty, open while coaching is under way. */
@Component
public class RecommendResource {

    private final CoachingCases cases;
    private final OptionalDuties optional;
    private final Competencies competencies;
    private final Employees employees;
    private final Notices notices;
    private final CoachingLog log;
    private final MentoringRights rights;
    private final ForwardResource forwardResource;

    RecommendResource(
            CoachingCases cases,
            OptionalDuties optional,
            Competencies competencies,
            Employees employees,
            Notices notices,
            CoachingLog log,
            MentoringRights rights,
            ForwardResource forwardResource) {
        this.cases = cases;
        this.optional = optional;
        this.competencies = competencies;
        this.employees = employees;
        this.notices = notices;
        this.log = log;
        this.rights = rights;
        this.forwardResource = forwardResource;
    }

    /**
     * Stores it and tells the mentee, who finds a resource of the library among the own ones then.
     *
     * @param link an address that begins with http or https, or null where there is a resource of the library
     * @param resourceId the library's id of what the mentor has access to, or null where there is a link
     * @param reason why just this, to up to 1000 characters
     * @param competency of the mentee's job, or null
     * @return its id
     * @throws Refusal where neither the mentor nor who stands in acts, no coaching is under way or a value breaks its rule
     */
    @Transactional
    public long recommend(
            String mentorshipId,
            String personId,
            @Nullable String title,
            @Nullable String link,
            @Nullable String resourceId,
            @Nullable String reason,
            @Nullable String competency) {
        rights.check(personId, mentorshipId, MentoringAction.RECOMMEND_RESOURCE);
        CoachingCase coaching = cases.underWay(mentorshipId);
        String named = Given.text("title", title, 200);
        String why = Given.text("reason", reason, 1000);
        String address = Given.textOrNull("link", link, 1000);
        String resource = Given.textOrNull("resourceId", resourceId, 100);
        String about = Given.textOrNull("competency", competency, 200);
        if (address == null && resource == null) {
            throw Refusal.invalid("link", "coaching.resource.where", "link");
        }
        if (address != null && !isWebAddress(address)) {
            throw Refusal.invalid("link", "coaching.resource.noAddress", "link");
        }
        if (about != null
                && competencies.modelOf(employees.get(coaching.menteeId()).job()).stream()
                        .noneMatch(required -> required.competency().equals(about))) {
            throw Refusal.invalid("competency", "mentoring.level.foreignCompetency", "competency", about);
        }
        if (resource != null) {
            forwardResource.forward(resource, personId, List.of(coaching.menteeId()));
        }
        long id = optional.recommend(coaching, personId, named, address, resource, why, about);
        notices.tell(
                coaching.menteeId(),
                OptionalDuty.RECOMMEND_RESOURCE + "/" + id,
                "coaching.notice.resource",
                "/mentorships/" + mentorshipId + "/coaching",
                employees.get(personId).name(),
                named,
                why);
        log.record(NewEntry.of(mentorshipId, LogKind.RECOMMENDATION, personId, named + "\n\n" + why)
                .source(OptionalDuty.RECOMMEND_RESOURCE + "/" + id)
                .headline("mentoring.log.recommendation.resource", named)
                .about(about == null ? List.of() : List.of(about)));
        return id;
    }

    private static boolean isWebAddress(String link) {
        try {
            URI address = URI.create(link);
            String scheme = address.getScheme();
            return scheme != null && scheme.toLowerCase(Locale.ROOT).matches("https?") && address.getHost() != null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
