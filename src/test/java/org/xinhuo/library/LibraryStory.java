package org.xinhuo.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.library.LibraryShelf.Part;
import org.xinhuo.notification.Notices;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** What every test of the library begins with, and the words it is told in. */
@XinhuoTest
abstract class LibraryStory {

    static final byte[] FIRST = SampleFiles.pdf("first");

    static final byte[] SECOND = SampleFiles.pdf("second");

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
    ShowResource showResource;

    @Autowired
    ReadContent readContent;

    @Autowired
    LibraryShelf shelf;

    @Autowired
    Reuses reuses;

    LibraryCompany people;

    @BeforeEach
    void aPair() {
        people = new LibraryCompany(company);
    }

    void standsIn(String person) {
        company.write(
                "insert into mentor_substitution (mentorship_id, mentor_id, substitute_id, first_day, last_day,"
                        + " named_at, begun_at) values ('m-1', 'wang', ?, current_date, current_date, now(), now())",
                person);
    }

    String shared(String person, String name, byte[] content) {
        return addResource.add(person, null, "m-1", null, upload(name, content));
    }

    static Upload upload(String name, byte[] content) {
        return new Upload(name, content.length, new ByteArrayResource(content));
    }

    byte[] read(String person, String id) {
        ReadContent.Content content = readContent.find(id, person, null);
        try (InputStream in = readContent.open(content, 0, content.size())) {
            readContent.record(content);
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    void assertUnknown(String person, String id) {
        assertThatThrownBy(() -> readContent.giveReason(id, person, "just curious"))
                .as(person)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("library.unknown");
        assertThatThrownBy(() -> readContent.find(id, person, null))
                .as(person)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("library.unknown");
        assertThatThrownBy(() -> showResource.of(id, person)).hasMessageContaining("library.unknown");
        assertThat(shelf.of(person, Part.ALL, "", 0, 100))
                .extracting(LibraryShelf.Line::id)
                .doesNotContain(id);
    }

    List<String> told(String person) {
        return notices.newest(person, 20).stream()
                .map(notice -> notice.code() + " " + notice.arguments())
                .toList();
    }

    void later(Duration duration) {
        ClockUtil.setCurrentTime(Date.from(time.now().plus(duration)));
    }
}
