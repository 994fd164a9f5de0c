package org.xinhuo.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.library.LibraryShelf.Part;

/** What a pair shares, and who has it then. */
class LibraryTest extends LibraryStory {

    @Autowired
    Resources resources;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SharedResources sharedResources;

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
        assertThatThrownBy(() -> readContent.find(before, "li", 1)).hasMessageContaining("unknownVersion");
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

    private List<String> logged() {
        return jdbc.sql("select author_id || ' ' || kind || ' ' || text from log_entry order by id")
                .query(String.class)
                .list();
    }
}
