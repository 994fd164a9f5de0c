package org.xinhuo.library.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ByteArrayResource;
import org.xinhuo.library.scan.FakeClamd.Mood;

class ClamdTest {

    @Test
    void aCleanFileIsSentWholeAndIsClean() throws IOException {
        try (FakeClamd daemon = new FakeClamd(Mood.WELL)) {
            Clamd clamd = clamd(daemon);

            assertThat(clamd.findIn(new ByteArrayResource(new byte[1_000_003]))).isEmpty();
            assertThat(daemon.received()).isEqualTo(1_000_003);
            assertThat(clamd.scanner()).isEqualTo("clamd");
        }
    }

    @Test
    void theTestVirusIsFoundByItsName() throws IOException {
        try (FakeClamd daemon = new FakeClamd(Mood.WELL)) {
            assertThat(clamd(daemon).findIn(new ByteArrayResource(FakeClamd.EICAR)))
                    .contains("Eicar-Test-Signature");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"LIMITED", "SPEECHLESS"})
    void whateverElseItAnswersIsNoAnswer(Mood mood) throws IOException {
        try (FakeClamd daemon = new FakeClamd(mood)) {
            assertThatThrownBy(() -> clamd(daemon).findIn(new ByteArrayResource(new byte[300_000])))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void nobodyWaitsLongerThanAgreedForADaemonThatDoesNotRead() throws IOException {
        try (FakeClamd daemon = new FakeClamd(Mood.DEAF)) {
            Clamd clamd = new Clamd("localhost", daemon.port(), Duration.ofMillis(300));

            // More than the buffers between the two can hold.
            assertThatThrownBy(() -> clamd.findIn(new ByteArrayResource(new byte[64 << 20])))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void nobodyListening() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Clamd clamd = new Clamd("localhost", port, Duration.ofSeconds(5));

        assertThatThrownBy(() -> clamd.findIn(new ByteArrayResource("a".getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(IOException.class);
    }

    private static Clamd clamd(FakeClamd daemon) {
        return new Clamd("localhost", daemon.port(), Duration.ofSeconds(10));
    }
}
