package org.xinhuo.incentive.rating;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what the ratings of a share came to, from the end of its window on. The database takes a sum away with every rating
 * that is written after it; a share without one is summed by whoever asks.
 */
@Component
@Transactional
class RatingSums {

    private final JdbcClient jdbc;

    RatingSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Sums up those of these shares whose window is over. The caller holds the rows of the shares, so that nobody rates or
     * sums up beside it.
     */
    void keep(Collection<String> shareIds) {
        jdbc.sql("""
                        insert into share_rating_sum (share_id, total, ratings)
                        select r.share_id, sum(r.score), count(*) from rating r join share s on s.id = r.share_id
                        where s.id = any(:shares)
                            and (s.rating_opened_at is not null and s.rating_closed_at is null) is not true
                        group by r.share_id
                        on conflict (share_id) do update set total = excluded.total, ratings = excluded.ratings
                        """).param("shares", shareIds.toArray(String[]::new)).update();
    }
}
