package org.xinhuo.library.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ByteArrayResource;
import org.xinhuo.library.scan.FakeClamd.Mood;

/** Which scanner the configuration chooses. */
class ScannersTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            // As every application has it: durations are written "60s".
            .withInitializer(context ->
                    context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance()))
            .withUserConfiguration(Scanners.class);

    @Test
    void withoutAnAddressNothingIsScannedAndNothingIsMarkedAsScanned() {
        application.run(context -> {
            VirusScan scan = context.getBean(VirusScan.class);
            assertThat(scan.findIn(new ByteArrayResource(FakeClamd.EICAR))).isEmpty();
            assertThat(scan.scanner()).isNull();
        });
    }

    @Test
    void anAddressNamesTheDaemon() throws Exception {
        try (FakeClamd daemon = new FakeClamd(Mood.WELL)) {
            application
                    .withPropertyValues("xinhuo.library.clamd=localhost:" + daemon.port())
                    .run(context -> assertThat(
                                    context.getBean(VirusScan.class).findIn(new ByteArrayResource(FakeClamd.EICAR)))
                            .isEqualTo(Optional.of("Eicar-Test-Signature")));
        }
    }

    @Test
    void anAddressThatIsNoneStopsTheStart() {
        application
                .withPropertyValues("xinhuo.library.clamd=localhost:clamd")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasRootCauseInstanceOf(NumberFormatException.class)
                        .hasStackTraceContaining("xinhuo.library.clamd must be host:port"));
    }
}
