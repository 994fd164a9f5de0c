package org.xinhuo.mentoring.matching;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives back what a cohort's assignment keeps for somebody who stands still from now on. */
@Component
public class ReleasePlaces {

    private final HeldPlaces places;

    ReleasePlaces(HeldPlaces places) {
        this.places = places;
    }

    /** Where nothing is kept, nothing happens. */
    @Transactional
    public void of(String mentorshipId) {
        places.release(mentorshipId);
    }
}
