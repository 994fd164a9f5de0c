package org.xinhuo.library.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Which storage the configuration chooses. */
class ContentStoresTest {

    @TempDir
    Path directory;

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(ContentStores.class);

    @Test
    void withoutABucketFilesLieInTheDataDirectory() {
        application.withPropertyValues("xinhuo.data-directory=" + directory).run(context -> {
            assertThat(context).getBean(ContentStore.class).isInstanceOf(LocalStore.class);
            assertThat(directory.resolve("library")).isDirectory();
        });
    }

    @Test
    void aBucketNamesAnS3CompatibleStorage() {
        application
                .withPropertyValues(
                        "xinhuo.data-directory=" + directory,
                        "xinhuo.library.s3.bucket=files",
                        "xinhuo.library.s3.endpoint=http://localhost:9000",
                        "xinhuo.library.s3.access-key=key",
                        "xinhuo.library.s3.secret-key=secret")
                .run(context -> {
                    assertThat(context).getBean(ContentStore.class).isInstanceOf(S3Store.class);
                    assertThat(directory.resolve("library")).doesNotExist();
                });
    }
}
