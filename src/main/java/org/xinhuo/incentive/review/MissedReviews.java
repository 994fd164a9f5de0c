package org.xinhuo.incentive.review;

import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** Which months are to be reviewed by now: the last one, and those before it that nobody has reviewed. */
@Component
@Transactional(readOnly = true)
public class MissedReviews {

    /** Who has not looked for longer than a year starts the reviews of older months by hand. */
    static final int MOST = 12;

    private final JdbcClient jdbc;
    private final CompanyTime time;

    MissedReviews(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * The last month, and before it every month without a review in which a share was planned here. Shares that were
     * imported do not say whether their months were paid elsewhere ({@link #importedOnly}), and a month without any would
     * fail everybody.
     *
     * @return the oldest first, {@value #MOST} at most, and the last month always
     */
    public List<YearMonth> due() {
        YearMonth last = time.thisMonth().minusMonths(1);
        Set<YearMonth> reviewed = reviewed();
        return IntStream.range(0, MOST)
                .mapToObj(last::minusMonths)
                .filter(month -> month.equals(last) || !reviewed.contains(month) && hasShare(month, false))
                .sorted()
                .toList();
    }

    /**
     * The months before the last one that have nothing but imported shares and no review, though an earlier month has
     * one: months from before that were paid before the product came.
     *
     * @return the oldest first, of the {@value #MOST} last ones
     */
    public List<YearMonth> importedOnly() {
        YearMonth last = time.thisMonth().minusMonths(1);
        TreeSet<YearMonth> reviewed = reviewed();
        return IntStream.range(1, MOST)
                .mapToObj(last::minusMonths)
                .filter(month -> reviewed.lower(month) != null && !reviewed.contains(month))
                .filter(month -> !hasShare(month, false) && hasShare(month, true))
                .sorted()
                .toList();
    }

    private TreeSet<YearMonth> reviewed() {
        return jdbc.sql("select period from monthly_review").query(String.class).stream()
                .map(YearMonth::parse)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean hasShare(YearMonth month, boolean imported) {
        return jdbc.sql("select exists (select 1 from share where imported = :imported and state <> 'CANCELLED'"
                        + " and starts_at >= :from and starts_at < :until)")
                .param("imported", imported)
                .param("from", Timestamp.from(time.startOf(month.atDay(1))))
                .param("until", Timestamp.from(time.startOf(month.plusMonths(1).atDay(1))))
                .query(Boolean.class)
                .single();
    }
}
