package org.xinhuo.incentive.rating;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Intake;
import org.xinhuo.base.StagedRows;

/**
 * Ratings given elsewhere, of shares that were given elsewhere: by people on the list of who was there (if there is
 * one), not before it began, never by the lecturer, and not brought by the lecturer.
 */
@Component
class RatingIntake implements Intake {

    private final JdbcClient jdbc;
    private final RatingSums sums;

    RatingIntake(JdbcClient jdbc, RatingSums sums) {
        this.jdbc = jdbc;
        this.sums = sums;
    }

    @Override
    public String kind() {
        return "ratings";
    }

    @Override
    public void check(StagedRows rows) {
        rows.refuse("shareId", "incentive.unknownShareInFile", """
                select row_number, "shareId" from staged_row s
                where "shareId" is not null and not exists (select 1 from share where share.id = s."shareId")
                order by row_number
                """);
        // Whoever attended gives those here, and nobody writes over them.
        rows.refuse("shareId", "incentive.shareNotImported", """
                select row_number, "shareId" from staged_row s join share on share.id = s."shareId"
                where not share.imported order by row_number
                """);
        rows.refuse("shareId", "incentive.ownShareInFile", """
                select row_number, "shareId" from staged_row s join share on share.id = s."shareId"
                where share.lecturer_id = ? order by row_number
                """, rows.broughtBy());
        rows.refuse("learnerId", "people.unknownEmployee", """
                select row_number, "learnerId" from staged_row s
                where "learnerId" is not null and not exists (select 1 from employee e where e.id = s."learnerId")
                order by row_number
                """);
        rows.refuse("learnerId", "incentive.ratesOwnShare", """
                select row_number, "learnerId" from staged_row s join share on share.id = s."shareId"
                where share.lecturer_id = s."learnerId" order by row_number
                """);
        rows.refuse("learnerId", "incentive.ratedWithoutAttending", """
                select row_number, "learnerId", share.id from staged_row s
                join share on share.id = s."shareId"
                join employee e on e.id = s."learnerId"
                where share.attendance_listed and share.lecturer_id <> s."learnerId" and not exists (
                    select 1 from share_attendance a where a.share_id = share.id and a.employee_id = s."learnerId")
                order by row_number
                """);
        rows.refuse("ratedAt", "incentive.ratedBeforeStart", """
                select row_number, to_char("ratedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                    to_char(share.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                from staged_row s join share on share.id = s."shareId"
                where s."ratedAt" < share.starts_at order by row_number
                """);
    }

    @Override
    public void merge() {
        // Held until the end: no window closes and sums up beside this.
        List<String> rated = jdbc.sql("""
                        select id from share where id in (select "shareId" from staged_row) order by id for share
                        """).query(String.class).list();
        jdbc.sql("""
                insert into rating (share_id, learner_id, score, comment, rated_at)
                select "shareId", "learnerId", score, comment, "ratedAt" from staged_row order by row_number
                on conflict (share_id, learner_id) do update set score = excluded.score, comment = excluded.comment,
                    rated_at = excluded.rated_at
                """).update();
        sums.keep(rated);
    }
}
