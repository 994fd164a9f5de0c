package org.xinhuo.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.library.content.ContentKey;
import org.xinhuo.library.content.ContentStore;
import org.xinhuo.library.scan.VirusScan;
import org.xinhuo.testing.XinhuoTest;

/** What happens to a file where the scanner or the storage do not do well. */
@XinhuoTest
class ReceiveFileTest {

    private static final byte[] PDF = SampleFiles.pdf("a");

    @Autowired
    FileTypes types;

    @Autowired
    UploadRules rules;

    @Autowired
    PendingUploads pending;

    @Autowired
    CompanyTime time;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final Memory memory = new Memory();

    @Test
    void aFileWithAVirusIsNeverStored() {
        assertThatThrownBy(() -> received(content -> Optional.of("Eicar")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("library.virus");
                    assertThat(refusal.arguments()).containsExactly("a.pdf", "Eicar");
                });
        assertThat(memory.contents).isEmpty();
        assertThat(pendingUploads()).isZero();
    }

    @Test
    void aFileThatCannotBeCheckedIsNotTaken() {
        assertThatThrownBy(() -> received(content -> {
                    throw new IOException("nobody answers");
                }))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("library.cannotScan");
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
                });
        assertThat(memory.contents).isEmpty();
    }

    @Test
    void theScannerSeesTheFileBeforeTheStorageDoes() {
        ReceivedFile file = received(content -> {
            assertThat(memory.contents).isEmpty();
            assertThat(content.getInputStream().readAllBytes()).isEqualTo(PDF);
            return Optional.empty();
        });

        assertThat(file.scannedBy()).isEqualTo("test");
        assertThat(memory.contents.get(file.key())).isEqualTo(PDF);
    }

    @Test
    void aStorageThatFailsIsSaidAndSweptLater() {
        memory.broken = true;

        assertThatThrownBy(() -> received(content -> Optional.empty()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("library.cannotStore"));
        assertThat(pendingUploads()).isEqualTo(1);
        later(Duration.ofHours(25));
        // The storage is still away: nothing is forgotten.
        assertThat(sweeper().sweep()).isZero();
        assertThat(pendingUploads()).isEqualTo(1);
        memory.broken = false;
        later(Duration.ofHours(1));
        assertThat(sweeper().sweep()).isEqualTo(1);
        assertThat(pendingUploads()).isZero();
    }

    @Test
    void aContentThatNobodyClaimsIsRemovedAfterADayAndAClaimedOneNever() {
        ReceivedFile lost = received(content -> Optional.empty());
        ReceivedFile claimed = received(content -> Optional.empty());
        transaction.executeWithoutResult(open -> pending.claim(claimed.key()));

        assertThat(sweeper().sweep()).isZero();
        later(Duration.ofHours(25));
        assertThat(sweeper().sweep()).isEqualTo(1);

        assertThat(memory.contents).containsOnlyKeys(claimed.key());
        assertThatThrownBy(() -> transaction.executeWithoutResult(open -> pending.claim(lost.key())))
                .hasMessageContaining("library.uploadTooSlow");
    }

    @Test
    void uploadsThatCannotBeRemovedKeepNoneOfTheOthersAndAreTriedAgain() {
        Set<ContentKey> stuck = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            stuck.add(received(content -> Optional.empty()).key());
        }
        later(Duration.ofMinutes(1));
        for (int i = 0; i < 3; i++) {
            received(content -> Optional.empty());
        }
        memory.undeletable.addAll(stuck);
        later(Duration.ofHours(25));

        // More than one sweep tries in vain: the second one begins with those that were never tried.
        int removed = sweeper().sweep();
        later(Duration.ofHours(1));
        removed += sweeper().sweep();
        assertThat(removed).isEqualTo(3);
        assertThat(memory.contents.keySet()).isEqualTo(stuck);
        assertThat(pendingUploads()).isEqualTo(25);

        memory.undeletable.clear();
        later(Duration.ofHours(1));
        assertThat(sweeper().sweep()).isEqualTo(25);
        assertThat(memory.contents).isEmpty();
    }

    @Test
    void aFileThatIsNotAsLongAsItSaysIsRefused() {
        ReceiveFile receiveFile = receiver(content -> Optional.empty());

        assertThatThrownBy(() -> receiveFile.receive(new Upload("a.pdf", 5, new ByteArrayResource(PDF))))
                .hasMessageContaining("library.unreadable");
        assertThatThrownBy(() -> receiveFile.receive(new Upload("a.pdf", 65L << 20, new ByteArrayResource(PDF))))
                .hasMessageContaining("library.tooLarge");
        assertThatThrownBy(() -> receiveFile.receive(new Upload("a.pdf", 0, new ByteArrayResource(new byte[0]))))
                .hasMessageContaining("library.empty");
    }

    private interface Scan {
        Optional<String> findIn(InputStreamSource content) throws IOException;
    }

    private ReceivedFile received(Scan scan) {
        return receiver(scan).receive(new Upload("a.pdf", PDF.length, new ByteArrayResource(PDF)));
    }

    private ReceiveFile receiver(Scan scan) {
        VirusScan scanner = new VirusScan() {
            @Override
            public Optional<String> findIn(InputStreamSource content) throws IOException {
                return scan.findIn(content);
            }

            @Override
            public String scanner() {
                return "test";
            }
        };
        return new ReceiveFile(types, scanner, memory, pending, rules);
    }

    private SweepUploads sweeper() {
        return new SweepUploads(pending, memory, time, transaction, Duration.ofHours(24));
    }

    private int pendingUploads() {
        return jdbc.sql("select count(*) from resource_upload")
                .query(Integer.class)
                .single();
    }

    private void later(Duration duration) {
        ClockUtil.setCurrentTime(Date.from(time.now().plus(duration)));
    }

    private static final class Memory implements ContentStore {

        final Map<ContentKey, byte[]> contents = new HashMap<>();
        final Set<ContentKey> undeletable = new HashSet<>();
        boolean broken;

        @Override
        public void put(ContentKey key, InputStreamSource content, long size) throws IOException {
            expectWell();
            contents.put(key, content.getInputStream().readAllBytes());
        }

        @Override
        public InputStream open(ContentKey key, long from, long count) throws IOException {
            throw new NoSuchFileException(key.value());
        }

        @Override
        public void delete(ContentKey key) throws IOException {
            expectWell();
            if (undeletable.contains(key)) {
                throw new IOException("locked");
            }
            contents.remove(key);
        }

        private void expectWell() throws IOException {
            if (broken) {
                throw new IOException("no storage");
            }
        }
    }
}
