package org.xinhuo.mentoring;

import java.util.Optional;

/** Knows on which mentor both sides have agreed before the mentorship began; for modules that bring pairs about. */
public interface AgreedMentors {

    /** @return the mentor of whom mentee and mentor both said yes beforehand, or nothing where they did not */
    Optional<String> of(String mentorshipId, String menteeId);
}
