package org.xinhuo.library.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStoreTest extends ContentStoreContract {

    @TempDir
    Path directory;

    @Override
    ContentStore store() {
        return new LocalStore(directory);
    }

    @Override
    List<String> address() {
        return List.of("local", directory.toString());
    }

    @Test
    void nothingHalfStoredIsLeftBehind() throws IOException {
        assertThatThrownBy(() -> store().put(ContentKey.fresh(), content("0123"), 10))
                .isNotNull();

        try (Stream<Path> left = Files.walk(directory).filter(Files::isRegularFile)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aContentIsNeverOverwritten() throws IOException {
        ContentKey key = ContentKey.fresh();
        store().put(key, content("a"), 1);

        assertThatThrownBy(() -> store().put(key, content("b"), 1)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aKeyIsNoPath() {
        assertThatThrownBy(() -> new ContentKey("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }
}
