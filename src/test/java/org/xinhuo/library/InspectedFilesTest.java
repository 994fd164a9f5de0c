package org.xinhuo.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.base.Refusal;

/** Who has looked into a file, and why. */
class InspectedFilesTest extends LibraryStory {

    @Autowired
    WithdrawResource withdrawResource;

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

        assertThatThrownBy(() -> readContent.find(id, "han", null)).hasMessageContaining("reasonNeeded");
        assertThatThrownBy(() -> readContent.giveReason(id, "han", " ok ")).hasMessageContaining("reasonNeeded");
        assertThatThrownBy(() -> readContent.find(id, "han", null)).hasMessageContaining("reasonNeeded");
        readContent.giveReason(id, "han", "complaint of 3 May");
        assertThat(read("han", id)).isEqualTo(FIRST);
        assertThat(showResource.of(id, "wang").views()).singleElement().satisfies(view -> {
            assertThat(view.employeeId()).isEqualTo("han");
            assertThat(view.kind()).isEqualTo("inspected");
            assertThat(view.reason()).isEqualTo("complaint of 3 May");
        });
        assertThat(reuses.distinct(List.of(id))).isZero();
        withdrawResource.withdraw(id, "wang");
        assertThat(read("han", id)).isEqualTo(FIRST);
    }

    @Test
    void aReasonHoldsForItsDayItsFileAndItsReaderAlone() {
        String id = shared("wang", "a.pdf", FIRST);
        String other = shared("wang", "b.pdf", FIRST);
        company.employee("hua").role("hua", "hr");
        readContent.giveReason(id, "han", "complaint of 3 May");

        assertThat(showResource.readable(id, "han")).containsExactly(1);
        assertThat(showResource.readable(other, "han")).isEmpty();
        assertThatThrownBy(() -> readContent.find(other, "han", null)).hasMessageContaining("reasonNeeded");
        assertThatThrownBy(() -> readContent.find(id, "hua", null)).hasMessageContaining("reasonNeeded");
        later(Duration.ofDays(1));
        assertThatThrownBy(() -> readContent.find(id, "han", null)).hasMessageContaining("reasonNeeded");
        assertThat(showResource.readable(id, "han")).isEmpty();
    }

    /** The trail of whoever looks into others' files: whoever has the keys of the application cannot lose it. */
    @ParameterizedTest
    @ValueSource(strings = {"inspection_reason", "resource_inspection"})
    void whatWasInspectedAndWhyIsOnlyAddedTo(String table) {
        String id = shared("wang", "a.pdf", FIRST);
        readContent.giveReason(id, "han", "A complaint");
        assertThat(read("han", id)).isEqualTo(FIRST);
        for (String change :
                List.of("update " + table + " set reason = 'x'", "delete from " + table, "truncate " + table)) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).hasMessageContaining("append-only");
        }
        assertThat(showResource.of(id, "wang").views())
                .extracting(ResourceView::reason)
                .contains("A complaint");
    }

    @Test
    void whoNeedsNoReasonGivesNoneThatIsKept() {
        String id = shared("wang", "a.pdf", FIRST);
        readContent.giveReason(id, "mei", "I like it");
        assertThat(read("mei", id)).isEqualTo(FIRST);
        assertThat(jdbc.sql("select count(*) from inspection_reason")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(showResource.of(id, "wang").views())
                .extracting(ResourceView::reason)
                .containsOnlyNulls();
    }

    @Test
    void auditorsSeeThatItExistsAndNotWhatIsInIt() {
        String id = shared("wang", "a.pdf", FIRST);

        assertThat(showResource.of(id, "shen").readable()).isFalse();
        assertThat(showResource.of(id, "shen").versions()).hasSize(1);
        assertThat(shelf.inMentorship("m-1", "shen", "", 0, 10)).hasSize(1);
        assertThatThrownBy(() -> readContent.giveReason(id, "shen", "because I want to"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rights.refused.download-materials");
        assertThatThrownBy(() -> readContent.find(id, "shen", null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rights.refused.download-materials");
    }

    @Test
    void aMentorWhoAlsoWorksInHrGainsNothingByIt() {
        String id = shared("mei", "before.pdf", FIRST);
        company.role("li", "hr");
        readContent.giveReason(id, "li", "complaint of 3 May");
        assertThat(read("li", id)).isEqualTo(FIRST);
        later(Duration.ofHours(1));
        people.rematch(time.now());

        assertUnknown("li", id);
    }
}
