package org.xinhuo.incentive.rating;

import org.springframework.stereotype.Component;
import org.xinhuo.base.Intake;
import org.xinhuo.base.StagedRows;

/**
 * A file of shares must leave standing what ratings already say: who rated was there, and was not the lecturer. Who
 * that was is not told; and of shares that the file cannot change anyway, nothing is.
 */
@Component
class RatedShareIntake implements Intake {

    @Override
    public String kind() {
        return "shares";
    }

    @Override
    public void check(StagedRows rows) {
        rows.refuse("attendees", "incentive.raterNotAmongAttendees", """
                select row_number, array_to_string(s.attendees, ';'), count(*)::text
                from staged_row s join rating r on r.share_id = s.id join share on share.id = s.id
                where share.imported and share.lecturer_id is distinct from ?
                  and not r.learner_id = any (s.attendees)
                  and (share.attendance_listed or cardinality(s.attendees) > 0)
                group by row_number, s.attendees order by row_number
                """, rows.broughtBy());
        rows.refuse("lecturerId", "incentive.lecturerRatedBefore", """
                select row_number, "lecturerId" from staged_row s join share on share.id = s.id
                where share.imported and share.lecturer_id is distinct from ?
                  and exists (select 1 from rating r where r.share_id = s.id and r.learner_id = s."lecturerId")
                order by row_number
                """, rows.broughtBy());
    }

    @Override
    public void merge() {
        // Only looks; the shares belong to another stage.
    }
}
