package org.xinhuo.library.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3StoreTest extends ContentStoreContract {

    private static final String BUCKET = "library";

    @TempDir
    static Path directory;

    static S3Server server;

    @BeforeAll
    static void aServer() throws IOException {
        server = S3Server.start(directory, BUCKET);
    }

    @AfterAll
    static void noServer() throws InterruptedException {
        server.close();
    }

    @Override
    ContentStore store() {
        return store(server.endpoint(), BUCKET, "xinhuo/");
    }

    @Override
    List<String> address() {
        return List.of("s3", server.endpoint().toString(), BUCKET);
    }

    @Test
    void contentsOfAnotherPrefixAreNotSeen() throws IOException {
        ContentKey key = ContentKey.fresh();
        store().put(key, content("a"), 1);

        assertThatThrownBy(() -> store(server.endpoint(), BUCKET, "other/").open(key, 0, 1))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aDownloadMayBeGivenUp() throws IOException {
        ContentKey key = ContentKey.fresh();
        store().put(key, content("a".repeat(1 << 20)), 1 << 20);

        try (InputStream in = store().open(key, 0, 1 << 20)) {
            assertThat(in.read()).isEqualTo('a');
        }
    }

    @Test
    void aStorageThatDoesNotAnswerIsAnIoFailure() {
        ContentStore nowhere = store(URI.create("http://localhost:1"), BUCKET, "");

        assertThatThrownBy(() -> nowhere.put(ContentKey.fresh(), content("a"), 1))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> nowhere.open(ContentKey.fresh(), 0, 1)).isInstanceOf(IOException.class);
        assertThatThrownBy(
                        () -> store(server.endpoint(), "no-such-bucket", "").put(ContentKey.fresh(), content("a"), 1))
                .isInstanceOf(IOException.class);
    }

    private static ContentStore store(URI endpoint, String bucket, String prefix) {
        return new S3Store(ContentStores.client(S3Server.settings(endpoint, bucket)), bucket, prefix);
    }
}
