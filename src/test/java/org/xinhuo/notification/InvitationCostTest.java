package org.xinhuo.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.testing.SqlCount;

/** What invitations ask of the database, however many people are invited, and whom they keep waiting. */
class InvitationCostTest extends InvitationStory {

    @Autowired
    SqlCount sql;

    /** Counted at 3 and at 2,000 people: the same. */
    @Test
    void anAudienceOfTwoThousandCostsAsManyStatementsAsOneOfThree() throws Exception {
        company.write("insert into employee (id, name, email, department, job, hired_on, locale, time_zone, region)"
                + " select 'few' || n, 'x', 'few' || n || '@example.org', 'Few', 'x', date '2021-01-01', 'zh-CN',"
                + " 'Asia/Shanghai', 'CN' from generate_series(1, 3) as n");
        company.write("insert into employee (id, name, email, department, job, hired_on, locale, time_zone, region)"
                + " select 'many' || n, 'x', 'many' || n || '@example.org', 'Many', 'x', date '2021-01-01', 'zh-CN',"
                + " 'Asia/Shanghai', 'CN' from generate_series(1, 2000) as n");
        planned("warm", START, "");

        long few = sql.of(() -> planned("s1", START, "Few"));
        long many = sql.of(() -> planned("s2", START, "Many"));
        long fewMoved = sql.of(() -> moved("s1", 2));
        long manyMoved = sql.of(() -> moved("s2", 4));

        assertThat(jdbc.sql("select count(*) from notice_delivery where calendar_id is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1 + 2 * (1 + 3) + 2 * (1 + 2000));
        assertThat(many).isEqualTo(few);
        assertThat(manyMoved).isEqualTo(fewMoved);
    }

    /** Nothing differs: one look at a portion, not a few statements a share; and nothing is locked. */
    @Test
    void aMorningOnWhichNothingHasChangedIsOneLookAPortion() throws Exception {
        int shares = 60;
        for (int number = 0; number < shares; number++) {
            planned("m" + number, START.plus(Duration.ofHours(number)), "Sales");
        }
        send.portions().forEach(send::refresh);
        List<String> portions = send.portions();
        assertThat(portions).hasSize(3);

        long unchanged = sql.of(() -> portions.forEach(send::refresh));
        assertThat(unchanged).isLessThanOrEqualTo(8L * portions.size());

        company.employee("neu");
        send.refresh(portions.get(0));
        assertThat(jdbc.sql("select count(*) from share_invitation where person_id = 'neu'")
                        .query(Integer.class)
                        .single())
                .as("one portion a transaction")
                .isEqualTo(25);
    }

    /** A lecturer changes a share at six in the morning: neither waits for the other. */
    @Test
    void aShareThatSomebodyChangesIsPassedByWithoutWaiting() throws Exception {
        planned("s1", START, "Sales");
        planned("s2", START.plus(Duration.ofDays(1)), "Sales");
        company.employee("neu");
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        Thread lecturer = new Thread(() -> transaction.executeWithoutResult(open -> {
            jdbc.sql("select 1 from share where id = 's1' for update")
                    .query(Integer.class)
                    .single();
            held.countDown();
            try {
                assertThat(looked.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }));
        lecturer.start();
        try {
            assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();
            assertTimeoutPreemptively(
                    Duration.ofSeconds(30), () -> send.portions().forEach(send::refresh));
        } finally {
            looked.countDown();
            lecturer.join();
        }

        assertThat(jdbc.sql("select share_id from share_invitation where person_id = 'neu'")
                        .query(String.class)
                        .list())
                .containsExactly("s2");
        send.portions().forEach(send::refresh);
        assertThat(jdbc.sql("select count(*) from share_invitation where person_id = 'neu'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }
}
