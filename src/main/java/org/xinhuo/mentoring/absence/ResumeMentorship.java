package org.xinhuo.mentoring.absence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.MovedDates;
import org.xinhuo.mentoring.MovedDates.StoodStill;

/** A mentorship goes on where it stood. */
@Component
public class ResumeMentorship {

    private final Mentorships mentorships;
    private final Pauses pauses;
    private final List<MovedDates> stages;
    private final PairNotices pairNotices;
    private final CompanyTime time;

    ResumeMentorship(
            Mentorships mentorships,
            Pauses pauses,
            List<MovedDates> stages,
            PairNotices pairNotices,
            CompanyTime time) {
        this.mentorships = mentorships;
        this.pauses = pauses;
        this.stages = stages;
        this.pairNotices = pairNotices;
        this.time = time;
    }

    /**
     * Ends the pause and moves what the stages keep in their tables.
     *
     * @param personId who asked, or null where the time is over
     * @return from when to when it stood still
     * @throws Refusal where it is not paused
     */
    @Transactional
    public StoodStill resume(String mentorshipId, @Nullable String personId) {
        Pause pause = pauses.present(mentorshipId).orElseThrow(() -> Refusal.conflict("mentoring.absence.notPaused"));
        pauses.end(pause, personId);
        StoodStill stoodStill = new StoodStill(pause.pausedAt(), time.now(), pause.pausedOn(), time.today());
        stages.forEach(stage -> stage.move(mentorshipId, stoodStill));
        pairNotices.tellBoth(mentorships.get(mentorshipId), "mentoring.absence.notice.resumed");
        return stoodStill;
    }
}
