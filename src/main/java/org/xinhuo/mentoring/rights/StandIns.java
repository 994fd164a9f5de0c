package org.xinhuo.mentoring.rights;

/** Who stands in for a mentor. A module that knows substitutes provides this; without one, nobody stands in. */
public interface StandIns {

    /** Whether this person stands in for the mentor of this mentorship at this moment. */
    boolean standsIn(String mentorshipId, String personId);
}
