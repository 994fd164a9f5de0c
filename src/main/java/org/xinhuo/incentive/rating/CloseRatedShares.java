package org.xinhuo.incentive.rating;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.incentive.sharing.ShareMessages;

/**
 * Tells the process of a share that everybody has rated, once nobody has changed anything for a while. Looked for from
 * time to time and not at each rating: whoever is last may still have slipped, two last ones cannot miss each other,
 * what a crash interrupted is found again, and a rating pays nothing for it.
 */
@Component
public class CloseRatedShares {

    private static final Logger LOG = LoggerFactory.getLogger(CloseRatedShares.class);

    private final JdbcClient jdbc;
    private final RatingRules rules;
    private final ShareMessages messages;
    private final CompanyTime time;

    CloseRatedShares(JdbcClient jdbc, RatingRules rules, ShareMessages messages, CompanyTime time) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.messages = messages;
        this.time = time;
    }

    private record AllRated(String share, int attendees, Instant since) {}

    /** Each share in a transaction of its own; where another node was faster, its process does not wait any more. */
    public void round() {
        for (AllRated rated : allRated()) {
            RatingRules.Rules rule = rules.of(rated.attendees());
            if (rule.closesEarly() && !rated.since().plus(rule.quiet()).isAfter(time.now())) {
                try {
                    messages.allRated(rated.share());
                } catch (RuntimeException failure) {
                    LOG.warn("Share {} was not closed early; its timer will do it", rated.share(), failure);
                }
            }
        }
    }

    private List<AllRated> allRated() {
        return jdbc.sql("""
                        select s.id, count(*) as attendees, greatest(max(r.rated_at), s.rating_opened_at) as since
                        from share s join share_attendance a on a.share_id = s.id
                        join employee e on e.id = a.employee_id and (e.left_on is null or e.left_on > :today)
                        left join rating r on r.share_id = s.id and r.learner_id = a.employee_id
                        where s.rating_opened_at is not null and s.rating_closed_at is null
                          and s.rating_closes_at > :now and a.employee_id <> s.lecturer_id
                        group by s.id having count(*) = count(r.learner_id) order by s.id
                        """)
                .param("today", time.today())
                .param("now", Timestamp.from(time.now()))
                .query((row, number) -> new AllRated(
                        row.getString("id"),
                        row.getInt("attendees"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }
}
