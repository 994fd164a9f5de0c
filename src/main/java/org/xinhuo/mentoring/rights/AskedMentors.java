package org.xinhuo.mentoring.rights;

/** Who is asked to become a mentor. The module that asks provides this; without one, nobody is asked. */
public interface AskedMentors {

    /** Whether this person is being asked at this moment to become the mentor of this mentorship. */
    boolean isAsked(String mentorshipId, String personId);
}
