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
 * @param presence what is known about days without him
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
        long markSum,
        Presence presence) {

    /** One of whom no absence is known. */
    Candidate(
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
        this(
                mentorId,
                name,
                style,
                capacity,
                load,
                active,
                hiredOn,
                skills,
                graduated,
                marks,
                markSum,
                Presence.ALWAYS);
    }

    /** The same mentor as seen for a mentee of another job. */
    Candidate withGraduated(int menteesOfTheJob) {
        return new Candidate(
                mentorId,
                name,
                style,
                capacity,
                load,
                active,
                hiredOn,
                skills,
                menteesOfTheJob,
                marks,
                markSum,
                presence);
    }

    /** The same mentor where only days that somebody else looks at matter. */
    Candidate withPresence(Presence other) {
        return new Candidate(
                mentorId, name, style, capacity, load, active, hiredOn, skills, graduated, marks, markSum, other);
    }

    int freeCapacity() {
        return Math.max(0, capacity - load);
    }
}
