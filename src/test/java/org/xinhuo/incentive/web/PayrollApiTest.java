package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinhuo.incentive.reward.LedgerStory.JUNE;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.incentive.reward.LedgerStory;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** A payroll month from outside: what is looked at closes nothing, what is downloaded pays once. */
@XinhuoWebTest
class PayrollApiTest {

    static final String JUNE_FILE = "/api/payroll/2026-06.csv";
    static final String JULY_FILE = "/api/payroll/2026-07.csv";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    LedgerStory story;
    Caller han;

    /** In July, Ann is to get 1000 and Bob 800 for June. */
    @BeforeEach
    void twoRewards() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-07-06T02:00:00Z")));
        story = new LedgerStory(context)
                .people("ann", "bob")
                .month("ann", JUNE, "good", 1, 54)
                .month("bob", JUNE, "good", 2, 53);
        story.grant(JUNE);
        han = Caller.basic(port, "han");
    }

    @Test
    void anEmptyFileClosesNothing() {
        assertThat(lines(han.get(JUNE_FILE))).isEqualTo(0);
        assertThat(june().path("state").asText()).isEqualTo("open");
        story.approveAll();
        assertThat(lines(han.get(JUNE_FILE))).isEqualTo(2);
    }

    @Test
    void lookingClosesNothing() {
        story.approveAll();
        JsonNode before = june();
        assertThat(before.path("closes").asBoolean()).isTrue();
        assertThat(before.path("entries").asInt()).isEqualTo(2);
        assertThat(before.path("totals").get(0).path("amount").asText()).isEqualTo("1800.00");
        Answer head = han.send("HEAD", JUNE_FILE, null, null);
        assertThat(head.status()).isEqualTo(200);
        Answer ahead = Caller.basic(port, "han").with("Sec-Purpose", "prefetch").get(JUNE_FILE);
        assertThat(ahead.status()).isEqualTo(403);
        Answer elsewhere =
                Caller.basic(port, "han").with("Sec-Fetch-Site", "cross-site").get(JUNE_FILE);
        assertThat(elsewhere.status()).isEqualTo(403);
        for (String nobodyPays : new String[] {"shen", "ann"}) {
            assertThat(Caller.basic(port, nobodyPays).get(JUNE_FILE).status()).isEqualTo(403);
        }
        assertThat(june()).isEqualTo(before);
        assertThat(june().path("state").asText()).isEqualTo("open");
    }

    /** The auditor holds the file against its SHA-256; closing a month stays HR's, and the file none of a lecturer's. */
    @Test
    void anAuditorReadsTheFileOfAClosedMonthOnly() {
        story.approveAll();
        Caller shen = Caller.basic(port, "shen");
        assertThat(shen.get(JUNE_FILE).status()).isEqualTo(403);
        assertThat(june().path("state").asText()).isEqualTo("open");
        Answer file = han.get(JUNE_FILE);
        assertThat(shen.get(JUNE_FILE).body()).isEqualTo(file.body());
        assertThat(shen.send("HEAD", JUNE_FILE, null, null).status()).isEqualTo(200);
        assertThat(shen.get(JULY_FILE).status()).isEqualTo(403);
        assertThat(Caller.basic(port, "ann").get(JUNE_FILE).status()).isEqualTo(403);
    }

    /** A zero byte is a text that no database keeps: refused like a missing reason, not an error of the server. */
    @Test
    void aZeroByteInAReasonIsRefused() {
        story.approveAll();
        String id = story.entries(JUNE).get(0).id();
        String zero = "{\"reason\":\"a\\u0000b\",\"period\":\"2026-06\"}";
        for (String path : new String[] {
            "/api/rewards/" + id + "/reversal",
            "/api/rewards/" + id + "/replacement",
            "/api/rewards/corrections/2026-06",
            "/api/corrections"
        }) {
            assertThat(han.post(path, zero).status()).as(path).isEqualTo(400);
        }
        assertThat(story.entries(JUNE)).hasSize(2);
    }

    /** What was credited, or withdrawn, by a request over REST needs somebody else of HR. */
    @Test
    void theLedgerIsCorrectedByASecondPersonOnly() {
        story.rank("ann", JUNE, 2).rank("bob", JUNE, 3);
        List<String> before = story.told(JUNE);
        Answer requested = han.post("/api/rewards/corrections/2026-06", "{\"reason\":\"Ranks\"}");
        assertThat(requested.status()).isEqualTo(201);
        String id = requested.json().path("id").asText();
        assertThat(story.told(JUNE)).isEqualTo(before);
        JsonNode correction = han.get("/api/corrections/" + id).json().path("correction");
        assertThat(correction.path("rules").asText()).isEqualTo("rewards");
        assertThat(correction.path("state").asText()).isEqualTo("open");
        assertThat(Caller.basic(port, "ann")
                        .post("/api/rewards/corrections/2026-06", "{\"reason\":\"Mine\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theSameMonthDownloadedTwiceGivesTheSameBytesEvenUnderAnotherName() throws Exception {
        story.approveAll();
        Answer first = han.get(JUNE_FILE);
        assertThat(first.header("Cache-Control")).contains("no-store");
        assertThat(first.header("Content-Disposition")).contains("payroll-2026-06.csv");
        story.bean(TestCompany.class).write("update employee set name = '改名' where id = 'ann'");
        assertThat(han.get(JUNE_FILE).body()).isEqualTo(first.body()).contains("员工ann");
        JsonNode closing = june().path("closing");
        assertThat(closing.path("closedBy").asText()).isEqualTo("han");
        byte[] bytes = first.body().getBytes(StandardCharsets.UTF_8);
        assertThat(closing.path("sha256").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat(closing.path("bytes").asInt()).isEqualTo(bytes.length);
        assertThat(Caller.basic(port, "admin")
                        .send("HEAD", JUNE_FILE, null, null)
                        .header("Content-Length"))
                .isEqualTo(String.valueOf(bytes.length));
    }

    @Test
    void whatComesTooLateForItsMonthIsPaidWithTheNextOne() {
        story.answer(story.waitingForApproval().get(0), true).runJobs();
        JsonNode waiting = june().path("waiting");
        assertThat(waiting).hasSize(1);
        assertThat(waiting.get(0).path("payableIn").asText()).isEqualTo("2026-06");
        Answer juneFile = han.get(JUNE_FILE);
        assertThat(lines(juneFile)).isEqualTo(1);
        story.approveAll();
        String reversed = story.entries(JUNE).stream()
                .filter(entry -> entry.paidIn() != null)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(han.post("/api/rewards/" + reversed + "/reversal", "{\"reason\":\"Wrong person\"}")
                        .status())
                .isEqualTo(201);
        assertThat(han.get(JUNE_FILE).body()).isEqualTo(juneFile.body());
        JsonNode later = june().path("waiting");
        assertThat(later).hasSize(2);
        assertThat(later.findValuesAsText("payableIn")).containsOnly("2026-07");
        // July is not over and has no results: what June has left over does not close it yet.
        assertThat(lines(han.get(JULY_FILE))).isEqualTo(0);
        assertThat(july().path("state").asText()).isEqualTo("open");
        assertThat(july().path("closes").asBoolean()).isFalse();
        assertThat(july().path("entries").asInt()).isEqualTo(2);
        story.month("ann", JUNE.plusMonths(1), "good", null, 40);
        Answer julyFile = han.get(JULY_FILE);
        assertThat(lines(julyFile)).isEqualTo(2);
        assertThat(julyFile.body()).contains(",2026-06,training-allowance,").contains("," + reversed + "\r\n");
        assertThat(july().path("ties").get(0).path("difference").asText()).isEqualTo("0.00");
    }

    @Test
    void everythingTiesOut() {
        story.approveAll();
        han.get(JUNE_FILE);
        String bob = story.entries(JUNE).get(1).id();
        han.post("/api/rewards/" + bob + "/reversal", "{\"reason\":\"Ratings were traded\"}");
        JsonNode june = june();
        assertThat(june.path("byKind").get(0).path("kind").asText()).isEqualTo("training-allowance");
        assertThat(june.path("byKind").get(0).path("entries").asInt()).isEqualTo(2);
        JsonNode tie = june.path("ties").get(0);
        assertThat(tie.path("file").asText()).isEqualTo("1800.00");
        assertThat(tie.path("assigned").asText()).isEqualTo("1800.00");
        assertThat(tie.path("credited").asText()).isEqualTo("1000.00");
        assertThat(tie.path("paid").asText()).isEqualTo("1800.00");
        assertThat(tie.path("waiting").asText()).isEqualTo("-800.00");
        assertThat(tie.path("difference").asText()).isEqualTo("0.00");
        assertThat(Caller.basic(port, "shen").get("/api/payroll/2026-06").status())
                .isEqualTo(200);
        assertThat(Caller.basic(port, "ann").get("/api/payroll/2026-06").status())
                .isEqualTo(403);
        assertThat(han.get("/api/payroll/2026-13").status()).isEqualTo(400);
    }

    /** Somebody with the keys of the database pays an entry less: the sums say so. */
    @Test
    void sumsThatDoNotTieOutAreSeen() {
        story.approveAll();
        han.get(JUNE_FILE);
        story.bean(TransactionTemplate.class).executeWithoutResult(open -> {
            JdbcClient jdbc = story.bean(JdbcClient.class);
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update reward_entry set amount = 900 where employee_id = 'ann'")
                    .update();
        });
        assertThat(june().path("ties").get(0).path("difference").asText()).isEqualTo("100.00");
    }

    @Test
    void downloadsAtOnceGetTheSameBytesAndPayOnce() throws Exception {
        story.approveAll();
        int atOnce = 6;
        CyclicBarrier start = new CyclicBarrier(atOnce);
        ExecutorService people = Executors.newFixedThreadPool(atOnce);
        try {
            Callable<String> download = () -> {
                start.await();
                return Caller.basic(port, "han").get(JUNE_FILE).toString();
            };
            Set<String> files = new TreeSet<>();
            for (Future<String> one : people.invokeAll(
                    IntStream.range(0, atOnce).mapToObj(i -> download).toList())) {
                files.add(one.get());
            }
            assertThat(files).singleElement().asString().startsWith("200 ").contains("ann", "bob");
        } finally {
            people.shutdownNow();
        }
    }

    private JsonNode june() {
        return han.get("/api/payroll/2026-06").json();
    }

    private JsonNode july() {
        return han.get("/api/payroll/2026-07").json();
    }

    private static long lines(Answer file) {
        assertThat(file.status()).as(file.toString()).isEqualTo(200);
        return file.body().lines().count() - 1;
    }
}
