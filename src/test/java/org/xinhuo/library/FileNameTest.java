package org.xinhuo.library;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void aChineseNameStaysAsItIs() {
        assertThat(name("客户 复购率（第2版）.pdf")).isEqualTo("客户 复购率（第2版）.pdf");
    }

    @Test
    void aPathBeforeTheNameIsDropped() {
        assertThat(name("../../etc/话术.pdf")).isEqualTo("话术.pdf");
        assertThat(name("C:\\Users\\wang\\话术.pdf")).isEqualTo("话术.pdf");
        assertThat(name("..")).isNull();
        assertThat(name("a/")).isNull();
    }

    @Test
    void whatDeceivesOrCannotBeSeenIsDropped() {
        // The mark U+202E would show "report[exe.fdp" as "reportpdf.exe" turned round.
        assertThat(name("report\u202Efdp.exe")).isEqualTo("reportfdp.exe");
        assertThat(name("a\u0000\r\n\tb\u200B\uFEFF.pdf")).isEqualTo("ab.pdf");
        assertThat(name("half\uD83D.pdf")).isEqualTo("half.pdf");
        assertThat(name("a.pdf. . ")).isEqualTo("a.pdf");
        assertThat(name("\u202E\u0007")).isNull();
        assertThat(name(null)).isNull();
    }

    @Test
    void joinersOfEmojiStay() {
        assertThat(name("👩‍🏫.png")).isEqualTo("👩‍🏫.png");
    }

    @Test
    void aDecomposedNameIsComposed() {
        assertThat(name("re\u0301sume\u0301.pdf")).isEqualTo("résumé.pdf");
    }

    @Test
    void aLongNameKeepsItsExtensionAndItsCharactersWhole() {
        assertThat(name("辅".repeat(300) + ".docx")).isEqualTo("辅".repeat(250) + ".docx");
        // A school is two characters of UTF-16 and never half of it stays.
        assertThat(name("a" + "🏫".repeat(200) + ".docx")).isEqualTo("a" + "🏫".repeat(124) + ".docx");
        assertThat(name("辅".repeat(251) + ".pdf")).isEqualTo("辅".repeat(251) + ".pdf");
    }

    @Test
    void theExtensionIsWhatStandsAfterTheLastDot() {
        assertThat(new FileName("话术.tar.GZ").extension()).isEqualTo("gz");
        assertThat(new FileName("话术").extension()).isEmpty();
        assertThat(new FileName("话术.v2.pdf").stem()).isEqualTo("话术.v2");
        assertThat(new FileName(".pdf").stem()).isEqualTo(".pdf");
    }

    @Test
    void theHeaderCarriesTheNameForOldAndNewReaders() {
        assertThat(new FileName("话术 \"a\"%;.pdf").disposition())
                .isEqualTo("attachment; filename=\"__ _a__;.pdf\";"
                        + " filename*=UTF-8''%E8%AF%9D%E6%9C%AF%20%22a%22%25%3B.pdf");
    }

    @Property
    void whateverComesInIsHarmless(@ForAll String given) {
        FileName name = FileName.of(given);
        if (name != null) {
            assertThat(name.value()).isNotBlank().doesNotContain("/", "\\", "\0", "\r", "\n", "\u202E");
            assertThat(name.value().length()).isLessThanOrEqualTo(255);
            assertThat(name.disposition()).matches("[\\x20-\\x7e]+");
        }
    }

    private static String name(String given) {
        FileName name = FileName.of(given);
        return name == null ? null : name.value();
    }
}
