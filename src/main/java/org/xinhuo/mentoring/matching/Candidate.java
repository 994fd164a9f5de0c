package org.xinhuo.mentoring.matching;

import java.time.LocalDate;
import java.util.Map;
import org.xinhuo.people.Expertise;

/**
 * A mentor as matching sees him.
 *
 * @param capacity mentees at once
 * @param load open pairings, and places that are held for others
 * @param skills by competency
 * @param graduated completed mentorships with mentees of the same job, {@code k}
 * @param marks how many satisfaction marks he has
 * @param markSum their sum
 */
record Candidate(
        String mentorId,
        String name,
        String style,
        int capacity,
        int load,
        boolean active,
        LocalDate hiredOn,
        Map<String, Expertise> skills,
        int graduated,
        int marks,
        long markSum) {

    /** The same mentor as seen for a mentee of another job. */
    Candidate withGraduated(int menteesOfTheJob) {
        return new Candidate(
                mentorId, name, style, capacity, load, active, hiredOn, skills, menteesOfTheJob, marks, markSum);
    }

    int freeCapacity() {
        return Math.max(0, capacity - load);
    }
}
