package org.xinhuo.mentoring.cohort;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.rights.CompanyAction;
import org.xinhuo.mentoring.rights.MentoringRights;

/** HR names the mentees of a cohort. All of them can be started, or none is. */
@Component
public class FormCohort {

    private static final int LONGEST_NAME = 100;

    private final Cohorts cohorts;
    private final CheckMentees check;
    private final MentoringRights rights;

    FormCohort(Cohorts cohorts, CheckMentees check, MentoringRights rights) {
        this.cohorts = cohorts;
        this.check = check;
        this.rights = rights;
    }

    /**
     * Keeps the cohort; its process starts the mentorships.
     *
     * @return the cohort's id
     * @throws Refusal where the person may not, the name is missing or too long, nobody or too many are named
     * @throws UnfitMentees naming everybody who cannot be in it
     */
    @Transactional
    public String form(@Nullable String name, @Nullable List<@Nullable String> menteeIds, String personId) {
        expectHr(personId);
        String given = name == null ? "" : name.strip();
        if (given.isEmpty()) {
            throw Refusal.invalid("name", "form.required", "name");
        }
        if (given.codePointCount(0, given.length()) > LONGEST_NAME) {
            throw Refusal.invalid("name", "form.tooLong", "name", LONGEST_NAME);
        }
        if (given.indexOf('\0') >= 0) {
            throw Refusal.invalid("name", "cohort.nameUnreadable");
        }
        Map<String, String> mentorships = new LinkedHashMap<>();
        for (String mentee : check.check(menteeIds)) {
            mentorships.put(mentee, UUID.randomUUID().toString());
        }
        String id = UUID.randomUUID().toString();
        cohorts.add(id, given, personId, mentorships);
        return id;
    }

    /** @throws Refusal for everybody who may not start many at once */
    public void expectHr(String personId) {
        if (!rights.may(personId, CompanyAction.START_COHORT)) {
            throw Refusal.forbidden("cohort.hrOnly");
        }
    }
}
