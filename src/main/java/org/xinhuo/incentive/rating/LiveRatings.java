package org.xinhuo.incentive.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/**
 * What a lecturer sees of the ratings while they come. The number is always true; scores and comments are released a few
 * at a time, so that neither a moment nor a difference between two looks tells who gave which. See docs/rating.md.
 */
@Repository
@Transactional(readOnly = true)
public class LiveRatings {

    private final JdbcClient jdbc;
    private final RatingRules rules;
    private final CompanyTime time;

    LiveRatings(JdbcClient jdbc, RatingRules rules, CompanyTime time) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.time = time;
    }

    /**
     * One share as of now.
     *
     * @param count ratings given
     * @param shown ratings that are behind the following
     * @param mean of the scores 1 to 10, one decimal, half up; null where nothing is shown
     * @param distribution how many gave 1, 2, … 10
     * @param comments in the order of their letters, which tells nothing
     */
    public record Live(
            boolean open,
            int attendees,
            int count,
            int shown,
            int shownTogether,
            @Nullable BigDecimal mean,
            List<Integer> distribution,
            List<String> comments) {

        /** The mean of what is shown, half up; null where nothing is. */
        public @Nullable BigDecimal mean(int decimals) {
            if (shown == 0) {
                return null;
            }
            int sum = 0;
            for (int at = 0; at < distribution.size(); at++) {
                sum += (at + 1) * distribution.get(at);
            }
            return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(shown), decimals, RoundingMode.HALF_UP);
        }
    }

    private record Row(
            String share,
            boolean open,
            int attendees,
            @Nullable Integer score,
            @Nullable String comment) {}

    /** The same of one share, which must exist. */
    public Live one(String shareId) {
        return Objects.requireNonNull(of(List.of(shareId)).get(shareId));
    }

    /** In one statement, however many shares. */
    public Map<String, Live> of(Collection<String> shareIds) {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        jdbc.sql("""
                        select s.id, s.rating_opened_at is not null and s.rating_closed_at is null
                                and s.rating_closes_at > :now as open,
                            (select count(*) from share_attendance a where a.share_id = s.id) as attendees,
                            r.score, r.comment
                        from share s left join rating r on r.share_id = s.id where s.id = any(:shares)
                        order by s.id, coalesce(r.first_rated_at, r.rated_at), md5(r.learner_id)
                        """)
                .param("now", Timestamp.from(time.now()))
                .param("shares", shareIds.toArray(String[]::new))
                .query((row, number) -> new Row(
                        row.getString("id"),
                        row.getBoolean("open"),
                        row.getInt("attendees"),
                        row.getObject("score", Integer.class),
                        row.getString("comment")))
                .list()
                .forEach(row -> rows.computeIfAbsent(row.share(), ignored -> new ArrayList<>())
                        .add(row));
        Map<String, Live> live = new LinkedHashMap<>();
        rows.forEach((share, all) -> live.put(share, live(all)));
        return live;
    }

    private Live live(List<Row> all) {
        Row first = all.get(0);
        int together = rules.of(first.attendees()).shownTogether();
        List<Row> given = all.stream().filter(row -> row.score() != null).toList();
        int shown = shown(given.size(), together, first.open());
        Integer[] distribution = new Integer[RateShare.HIGHEST];
        Arrays.fill(distribution, 0);
        List<String> comments = new ArrayList<>();
        int sum = 0;
        for (Row row : given.subList(0, shown)) {
            int score = row.score() == null ? 0 : row.score();
            distribution[score - 1]++;
            sum += score;
            if (row.comment() != null) {
                comments.add(row.comment());
            }
        }
        comments.sort(null);
        BigDecimal mean =
                shown == 0 ? null : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(shown), 1, RoundingMode.HALF_UP);
        return new Live(
                first.open(),
                first.attendees(),
                given.size(),
                shown,
                together,
                mean,
                List.of(distribution),
                List.copyOf(comments));
    }

    /** Full groups alone while ratings may still come; all in the end, if there are enough to be one group. */
    static int shown(int given, int together, boolean open) {
        if (given < together) {
            return 0;
        }
        return open ? given - given % together : given;
    }
}
