package org.xinhuo.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.library.LibraryShelf.Part;
import org.xinhuo.notification.Notices;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** Who may have what, who is told, and what is counted. */
@XinhuoTest
class LibraryTest {

    private static final byte[] FIRST = SampleFiles.pdf("first");
    private static final byte[] SECOND = SampleFiles.pdf("second");

    @Autowired
    TestCompany company;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CompanyTime time;

    @Autowired
    Notices notices;

    @Autowired
    AddResource addResource;

    @Autowired
    AddVersion addVersion;

    @Autowired
    ForwardResource forwardResource;

    @Autowired
    WithdrawResource withdrawResource;

    @Autowired
    ShowResource showResource;

    @Autowired
    ReadContent readContent;

    @Autowired
    LibraryShelf shelf;

    @Autowired
    Reuses reuses;

    @Autowired
    Resources resources;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SharedResources sharedResources;

    LibraryCompany people;

    @BeforeEach
    void aPair() {
        people = new LibraryCompany(company);
    }

    @Test
    void whatTheMentorSharesLandsInTheMenteesLibraryAndIsTold() {
        String id = shared("wang", "话术.pdf", FIRST);

        assertThat(shelf.of("mei", Part.SHARED, "", 0, 10)).singleElement().satisfies(line -> {
            assertThat(line.title()).isEqualTo("话术");
            assertThat(line.ownerId()).isEqualTo("wang");
        });
        assertThat(read("mei", id)).isEqualTo(FIRST);
        assertThat(told("mei")).containsExactly("library.notice.shared [员工wang, 话术]");
        assertThat(told("wang")).isEmpty();
        assertThat(logged()).containsExactly("wang FILE 话术 (话术.pdf)");
        assertThat(sharedResources.count("m-1", Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")))
                .isEqualTo(1);
    }

    @Test
    void whatTheMenteeKeepsPrivateTheMentorNeverSees() {
        String id = addResource.add("mei", null, null, null, upload("日记.pdf", FIRST));

        assertThat(read("mei", id)).isEqualTo(FIRST);
        for (String other : List.of("wang", "li", "lin", "han", "shen")) {
            assertUnknown(other, id);
        }
        assertThat(shelf.inMentorship("m-1", "wang", "", 0, 10)).isEmpty();
        assertThat(told("wang")).isEmpty();
    }

    @Test
    void afterARematchTheMenteeKeepsEverythingTheNewMentorHasHisTimeAndTheFormerOneHisOwnFiles() {
        String before = shared("mei", "before.pdf", FIRST);
        String wangs = shared("wang", "wangs.pdf", FIRST);
        later(Duration.ofHours(1));
        people.rematch(time.now());
        later(Duration.ofHours(1));
        addVersion.add(before, "mei", upload("before2.pdf", SECOND));
        String after = shared("mei", "after.pdf", FIRST);

        assertThat(read("mei", wangs)).isEqualTo(FIRST);
        assertThat(read("mei", before)).isEqualTo(SECOND);
        // Wang keeps what he brought, and nothing else of what the pair shared or shares.
        assertThat(read("wang", wangs)).isEqualTo(FIRST);
        assertUnknown("wang", before);
        assertUnknown("wang", after);
        // Li has what came since: a new version of an old file, not the old one.
        assertThat(read("li", before)).isEqualTo(SECOND);
        assertUnknown("li", wangs);
        assertThat(showResource.of(before, "li").versions())
                .extracting(ShowResource.Version::version)
                .containsExactly(2);
        assertThatThrownBy(() -> readContent.find(before, "li", 1, null)).hasMessageContaining("unknownVersion");
        assertThatThrownBy(() -> shared("wang", "late.pdf", FIRST))
                .hasMessageContaining("rights.refused.share-materials");
        assertThatThrownBy(() -> addVersion.add(wangs, "wang", upload("late.pdf", SECOND)))
                .hasMessageContaining("rights.refused.share-materials");
        assertThat(read("mei", wangs)).isEqualTo(FIRST);
        assertThat(told("li")).contains("library.notice.shared [员工mei, after]");
        assertThat(told("wang")).noneMatch(line -> line.contains("after") || line.contains("newVersion"));
    }

    @Test
    void nobodySharesWhileThereIsNobodyToShareWithOrAfterTheEnd() {
        company.write("update mentorship set mentor_id = null, state = 'MATCHING'");
        assertThatThrownBy(() -> shared("mei", "a.pdf", FIRST)).hasMessageContaining("library.nobodyToShareWith");
        company.write("update mentorship set mentor_id = 'wang', state = 'GRADUATED', ended_at = now()");
        assertThatThrownBy(() -> shared("wang", "a.pdf", FIRST)).hasMessageContaining("library.mentorshipEnded");
        assertThatThrownBy(() -> shared("li", "a.pdf", FIRST)).hasMessageContaining("rights.refused.share-materials");
    }

    @Test
    void aMentorUnderWhomTheMenteeGraduatedKeepsWhatWasSharedUntilThen() {
        String id = shared("mei", "a.pdf", FIRST);
        later(Duration.ofHours(1));
        company.write("update pairing set ended_at = ?, outcome = 'GRADUATED'", java.sql.Timestamp.from(time.now()));
        company.write("update mentorship set state = 'GRADUATED', ended_at = now()");
        later(Duration.ofHours(1));

        assertThat(read("wang", id)).isEqualTo(FIRST);
        assertThatThrownBy(() -> addVersion.add(id, "mei", upload("b.pdf", SECOND)))
                .hasMessageContaining("library.mentorshipEnded");
    }

    @Test
    void whoStandsInForTheMentorHasWhatTheMentorHasWhileItLasts() {
        String id = shared("mei", "a.pdf", FIRST);
        assertUnknown("li", id);
        standsIn("li");

        assertThat(read("li", id)).isEqualTo(FIRST);
        String lis = shared("li", "lis.pdf", FIRST);
        assertThat(read("mei", lis)).isEqualTo(FIRST);
        assertThat(read("wang", lis)).isEqualTo(FIRST);

        company.write("update mentor_substitution set ended_at = now()");
        assertUnknown("li", id);
        assertThat(read("li", lis)).isEqualTo(FIRST);
    }

    @Test
    void forwardingGivesAccessTellsAndCountsAsReuseOfWhoForwards() {
        String id = forwardedTo("mei", "话术.pdf");

        forwardResource.forward(id, "mei", List.of("lin"));
        forwardResource.forward(id, "mei", List.of("lin"));

        assertThat(read("lin", id)).isEqualTo(FIRST);
        assertThat(told("lin")).containsExactly("library.notice.forwarded [员工mei, 话术]");
        // Mei forwarded and Lin downloaded; Wang's own does not count.
        forwardResource.forward(id, "wang", List.of("li"));
        read("wang", id);
        assertThat(reuses.distinct(List.of(id))).isEqualTo(2);
        read("mei", id);
        read("lin", id);
        assertThat(reuses.distinct(List.of(id))).isEqualTo(2);
    }

    @Test
    void reuseCountsAtItsFirstTime() {
        String id = shared("wang", "话术.pdf", FIRST);
        Instant start = time.now();
        read("mei", id);
        later(Duration.ofDays(40));
        read("mei", id);

        assertThat(reuses.distinct(List.of(id), start, start.plus(Duration.ofDays(1))))
                .isEqualTo(1);
        assertThat(reuses.distinct(List.of(id), start.plus(Duration.ofDays(1)), start.plus(Duration.ofDays(99))))
                .isZero();
    }

    @Test
    void onlyTheOwnersForwardsCarryLaterVersions() {
        String id = forwardedTo("mei", "a.pdf");
        forwardResource.forward(id, "mei", List.of("lin"));
        addVersion.add(id, "wang", upload("b.pdf", SECOND));

        assertThat(read("lin", id)).isEqualTo(FIRST);
        assertThat(told("lin")).noneMatch(line -> line.contains("newVersion"));
        forwardResource.forward(id, "wang", List.of("lin"));
        assertThat(read("lin", id)).isEqualTo(SECOND);
        assertThat(told("mei")).contains("library.notice.newVersion [员工wang, a, 2]");
    }

    @Test
    void aForwardGivesJustTheVersionsThatItsSenderHasAlsoOnTheWayBack() {
        String id = addResource.add("wang", null, null, null, upload("a.pdf", FIRST));
        addVersion.add(id, "wang", upload("b.pdf", SECOND));
        addVersion.add(id, "wang", upload("c.pdf", FIRST));
        company.write(
                "insert into resource_grant (resource_id, employee_id, granted_by, granted_at, versions)"
                        + " values (?, 'mei', 'wang', now(), '{[2,2]}')",
                id);

        forwardResource.forward(id, "mei", List.of("lin"));
        assertThat(versionsOf("lin", id)).containsExactly(2);
        forwardResource.forward(id, "lin", List.of("mei"));
        assertThat(versionsOf("mei", id)).containsExactly(2);

        company.write("update resource_grant set versions = '{[1,1],[3,3]}' where employee_id = 'lin'");
        forwardResource.forward(id, "lin", List.of("li"));
        assertThat(versionsOf("li", id)).containsExactly(3, 1);
        forwardResource.forward(id, "mei", List.of("li"));
        assertThat(versionsOf("li", id)).containsExactly(3, 2, 1);
        addVersion.add(id, "wang", upload("d.pdf", SECOND));
        assertThat(versionsOf("li", id)).containsExactly(3, 2, 1);
    }

    @Test
    void whatAPairSharesGoesBeyondThePairByItsOwnerAlone() {
        String id = shared("wang", "a.pdf", FIRST);

        assertThatThrownBy(() -> forwardResource.forward(id, "mei", List.of("lin")))
                .hasMessageContaining("rights.refused.forward-materials");
        assertUnknown("lin", id);
        assertThat(told("lin")).isEmpty();
        // Whoever has it already may be pointed to it, and has no more by that.
        standsIn("li");
        forwardResource.forward(id, "mei", List.of("li"));
        assertThat(told("li")).containsExactly("library.notice.forwarded [员工mei, a]");
        company.write("update mentor_substitution set ended_at = now()");
        assertUnknown("li", id);

        forwardResource.forward(id, "wang", List.of("lin"));
        assertThat(read("lin", id)).isEqualTo(FIRST);
        // And no further from there.
        assertThatThrownBy(() -> forwardResource.forward(id, "lin", List.of("li")))
                .hasMessageContaining("rights.refused.forward-materials");
        assertUnknown("li", id);
    }

    @Test
    void nobodyForwardsWhatHeDoesNotHaveOrToSomebodyWhoLeft() {
        String id = shared("wang", "a.pdf", FIRST);
        company.left("lin");

        assertThatThrownBy(() -> forwardResource.forward(id, "li", List.of("mei")))
                .hasMessageContaining("library.unknown");
        assertThatThrownBy(() -> forwardResource.forward(id, "han", List.of("han", "li")))
                .hasMessageContaining("library.unknown");
        assertThatThrownBy(() -> forwardResource.forward(id, "mei", List.of("lin")))
                .hasMessageContaining("people.unknownEmployee");
    }

    @Test
    void theOwnerSeesWhoHasSeenItAndOthersDoNot() {
        String id = shared("wang", "a.pdf", FIRST);
        showResource.open(id, "mei");
        read("mei", id);
        read("mei", id);
        showResource.open(id, "wang");
        read("wang", id);

        assertThat(showResource.of(id, "wang").views())
                .extracting(view -> view.employeeId() + " " + view.kind() + " " + view.times())
                .containsExactlyInAnyOrder("mei opened 1", "mei downloaded 2");
        assertThat(showResource.of(id, "mei").views()).isNull();
        assertThat(showResource.of(id, "mei").reuses()).isNull();
    }

    @Test
    void hrLooksIntoAFileWithAReasonThatTheOwnerReads() {
        String id = shared("wang", "a.pdf", FIRST);

        assertThatThrownBy(() -> readContent.find(id, "han", null, null)).hasMessageContaining("reasonNeeded");
        assertThatThrownBy(() -> readContent.find(id, "han", null, " ok ")).hasMessageContaining("reasonNeeded");
        assertThat(readWith("han", id, "complaint of 3 May")).isEqualTo(FIRST);
        assertThat(showResource.of(id, "wang").views()).singleElement().satisfies(view -> {
            assertThat(view.employeeId()).isEqualTo("han");
            assertThat(view.kind()).isEqualTo("inspected");
            assertThat(view.reason()).isEqualTo("complaint of 3 May");
        });
        assertThat(reuses.distinct(List.of(id))).isZero();
        withdrawResource.withdraw(id, "wang");
        assertThat(readWith("han", id, "complaint of 3 May")).isEqualTo(FIRST);
    }

    @Test
    void auditorsSeeThatItExistsAndNotWhatIsInIt() {
        String id = shared("wang", "a.pdf", FIRST);

        assertThat(showResource.of(id, "shen").readable()).isFalse();
        assertThat(showResource.of(id, "shen").versions()).hasSize(1);
        assertThat(shelf.inMentorship("m-1", "shen", "", 0, 10)).hasSize(1);
        assertThatThrownBy(() -> readContent.find(id, "shen", null, "because I want to"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rights.refused.download-materials");
    }

    @Test
    void aMentorWhoAlsoWorksInHrGainsNothingByIt() {
        String id = shared("mei", "before.pdf", FIRST);
        company.role("li", "hr");
        assertThat(readWith("li", id, "complaint of 3 May")).isEqualTo(FIRST);
        later(Duration.ofHours(1));
        people.rematch(time.now());

        assertUnknown("li", id);
    }

    @Test
    void twoVersionsOfTheSameMomentDoNotGetOneNumber() {
        String id = shared("wang", "a.pdf", FIRST);

        assertThatThrownBy(() -> transaction.executeWithoutResult(open -> {
                    Resource early = resources.get(id);
                    early.nextVersion();
                    // Another request is faster.
                    CompletableFuture.runAsync(() -> addVersion.add(id, "wang", upload("b.pdf", SECOND)))
                            .join();
                    resources.saveAndFlush(early);
                }))
                .isInstanceOf(OptimisticLockingFailureException.class);

        assertThat(addVersion.add(id, "wang", upload("c.pdf", FIRST))).isEqualTo(3);
        assertThat(read("mei", id)).isEqualTo(FIRST);
    }

    private void standsIn(String person) {
        company.write(
                "insert into mentor_substitution (mentorship_id, mentor_id, substitute_id, first_day, last_day,"
                        + " named_at, begun_at) values ('m-1', 'wang', ?, current_date, current_date, now(), now())",
                person);
    }

    /** A file of Wang's own, which he passes on. */
    private String forwardedTo(String person, String name) {
        String id = addResource.add("wang", null, null, null, upload(name, FIRST));
        forwardResource.forward(id, "wang", List.of(person));
        return id;
    }

    private List<Integer> versionsOf(String person, String id) {
        return showResource.of(id, person).versions().stream()
                .map(ShowResource.Version::version)
                .toList();
    }

    private String shared(String person, String name, byte[] content) {
        return addResource.add(person, null, "m-1", null, upload(name, content));
    }

    private static Upload upload(String name, byte[] content) {
        return new Upload(name, content.length, new ByteArrayResource(content));
    }

    private byte[] read(String person, String id) {
        return readWith(person, id, null);
    }

    private byte[] readWith(String person, String id, String reason) {
        ReadContent.Content content = readContent.find(id, person, null, reason);
        try (InputStream in = readContent.open(content, 0, content.size())) {
            readContent.record(content);
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private void assertUnknown(String person, String id) {
        assertThatThrownBy(() -> readContent.find(id, person, null, "just curious"))
                .as(person)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("library.unknown");
        assertThatThrownBy(() -> showResource.of(id, person)).hasMessageContaining("library.unknown");
        assertThat(shelf.of(person, Part.ALL, "", 0, 100))
                .extracting(LibraryShelf.Line::id)
                .doesNotContain(id);
    }

    private List<String> told(String person) {
        return notices.newest(person, 20).stream()
                .map(notice -> notice.code() + " " + notice.arguments())
                .toList();
    }

    private List<String> logged() {
        return jdbc.sql("select author_id || ' ' || kind || ' ' || text from log_entry order by id")
                .query(String.class)
                .list();
    }

    private void later(Duration duration) {
        ClockUtil.setCurrentTime(Date.from(time.now().plus(duration)));
    }
}
