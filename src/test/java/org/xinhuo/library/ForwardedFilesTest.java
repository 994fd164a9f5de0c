package org.xinhuo.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who has a file by a forward, and what counts as reuse. */
class ForwardedFilesTest extends LibraryStory {

    @Autowired
    ForwardResource forwardResource;

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
}
