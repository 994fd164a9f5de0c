package org.xinhuo.incentive.rating;

import org.springframework.stereotype.Component;
import org.xinhuo.base.Intake;
import org.xinhuo.base.StagedRows;

/** A file of shares must leave standing what ratings already say: who rated was there, and was not the lecturer. */
@Component
class RatedShareIntake implements Intake {

    @Override
    public String kind() {
        return "shares";
    }

    @Override
    public void check(StagedRows rows) {
        rows.refuse("attendees", "incentive.raterNotAmongAttendees", """
                select row_number, r.learner_id from staged_row s join rating r on r.share_id = s.id
                join share on share.id = s.id
                where not r.learner_id = any (s.attendees)
                  and (share.attendance_listed or cardinality(s.attendees) > 0)
                order by row_number, r.learner_id
                """);
        rows.refuse("lecturerId", "incentive.lecturerRatedBefore", """
                select row_number, "lecturerId" from staged_row s
                where exists (select 1 from rating r where r.share_id = s.id and r.learner_id = s."lecturerId")
                order by row_number
                """);
    }

    @Override
    public void merge() {
        // Only looks; the shares belong to another stage.
    }
}
