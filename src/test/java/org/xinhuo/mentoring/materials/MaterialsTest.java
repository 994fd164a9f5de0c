package org.xinhuo.mentoring.materials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.xinhuo.library.AddResource;
import org.xinhuo.library.LibraryShelf;
import org.xinhuo.library.SampleFiles;
import org.xinhuo.library.Upload;
import org.xinhuo.library.WithdrawResource;
import org.xinhuo.mentoring.MentorshipFigures;
import org.xinhuo.mentoring.MoveMentorship;
import org.xinhuo.mentoring.PairMentor;
import org.xinhuo.mentoring.log.LogConsent;
import org.xinhuo.mentoring.log.LogEntries;
import org.xinhuo.mentoring.log.LogEntry;
import org.xinhuo.mentoring.log.LogFilter;
import org.xinhuo.mentoring.log.LogKind;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** The library beside a mentorship that goes its way. */
@XinhuoTest
class MaterialsTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private AddResource addResource;

    @Autowired
    private WithdrawResource withdrawResource;

    @Autowired
    private LibraryShelf shelf;

    @Autowired
    private MentorshipFigures figures;

    private StageStory story;

    @BeforeEach
    void aPairIsCoached() {
        story = new StageStory(context).pair();
        story.confirmedPlan(StageStory.TODAY.plusMonths(6));
        story.start("coaching");
    }

    @Test
    void whatIsSharedCountsAsInput() {
        assertThat(resources()).isZero();

        String first = share("wang", "a.pdf");
        share("wang", "b.pdf");
        addResource.add("wang", null, null, null, upload("private.pdf"));
        assertThat(resources()).isEqualTo(2);

        withdrawResource.withdraw(first, "wang");
        assertThat(resources()).isEqualTo(1);
    }

    @Test
    void aFileIsTaggedWithWhatItsNameNames() {
        share("wang", "selling_2026-03.pdf");
        share("wang", "notes.pdf");
        assertThat(tagged("Selling")).containsExactly("selling_2026-03 (selling_2026-03.pdf)");
    }

    private java.util.List<String> tagged(String competency) {
        LogFilter filter = new LogFilter(null, Set.of(LogKind.FILE), competency, null, null, null);
        return context
                .getBean(LogEntries.class)
                .page(StageStory.KEY, filter, Instant.EPOCH, null, 10)
                .entries()
                .stream()
                .map(LogEntry::text)
                .toList();
    }

    @Test
    void aRematchLeavesTheMenteeEverythingAndEachMentorHisOwnTimeUnlessHandedOver() {
        context.getBean(TestCompany.class).employee("li").mentor("li", 3, "logical");
        String wangs = share("wang", "a.pdf");
        later();
        context.getBean(MoveMentorship.class).toMatchingAgain(StageStory.KEY);
        later();
        context.getBean(PairMentor.class).pair(StageStory.KEY, "li");
        later();
        String lis = share("li", "b.pdf");

        assertThat(shelfOf("mei")).containsExactly(lis, wangs);
        assertThat(shelfOf("wang")).containsExactly(wangs);
        assertThat(shelfOf("li")).containsExactly(lis);

        context.getBean(LogConsent.class).handOver(StageStory.KEY, "mei", LogConsent.Extent.EARLIER);
        assertThat(shelfOf("li")).containsExactly(lis, wangs);
        context.getBean(LogConsent.class).handOver(StageStory.KEY, "mei", LogConsent.Extent.NOTHING);
        assertThat(shelfOf("li")).containsExactly(lis);
    }

    private String share(String person, String name) {
        return addResource.add(person, null, StageStory.KEY, null, upload(name));
    }

    private static Upload upload(String name) {
        byte[] file = SampleFiles.pdf(name);
        return new Upload(name, file.length, new ByteArrayResource(file));
    }

    private java.util.List<String> shelfOf(String person) {
        return shelf.of(person, LibraryShelf.Part.ALL, "", 0, 10).stream()
                .map(LibraryShelf.Line::id)
                .toList();
    }

    private int resources() {
        return Objects.requireNonNull(figures.input(StageStory.KEY)).resources();
    }

    private static void later() {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofHours(1))));
    }
}
