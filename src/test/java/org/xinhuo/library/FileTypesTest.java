package org.xinhuo.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.unit.DataSize;
import org.xinhuo.base.Refusal;

class FileTypesTest {

    private final FileTypes types = new FileTypes(new UploadRules(
            DataSize.ofMegabytes(1),
            List.of("pdf", "docx", "doc", "txt", "md", "csv", "png", "jpg", "mp4", "m4a", "mp3", "zip")));

    @Test
    void aFileThatIsWhatItSaysGetsItsType() throws IOException {
        assertThat(check("话术.pdf", SampleFiles.pdf("a"))).isEqualTo("application/pdf");
        assertThat(check("图.PNG", SampleFiles.png())).isEqualTo("image/png");
        assertThat(check("包.zip", SampleFiles.zip("a.txt"))).isEqualTo("application/zip");
        assertThat(check("文.docx", SampleFiles.zip("[Content_Types].xml", "word/document.xml")))
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(check("文.docx", SampleFiles.zip("word/document.xml", "[Content_Types].xml")))
                .startsWith("application/vnd.openxmlformats");
        byte[] old = new byte[512];
        System.arraycopy(
                new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1},
                0,
                old,
                0,
                8);
        assertThat(check("文.doc", old)).isEqualTo("application/msword");
    }

    @Test
    void textIsTextInAnyEncoding() throws IOException {
        byte[] chinese = "姓名,分数\n小梅,9\n".repeat(50).getBytes(Charset.forName("GB18030"));
        assertThat(check("表.csv", chinese)).isEqualTo("text/csv");
        assertThat(check("表.txt", "第一步".getBytes(StandardCharsets.UTF_8))).isEqualTo("text/plain");
        assertThat(check("表.txt", "\uFEFF第一步".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("text/plain");
        // Never served as HTML, whatever stands in it.
        assertThat(check("说明.md", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("text/x-web-markdown");
    }

    @ParameterizedTest
    @CsvSource({"mp4,ftypisom", "mp4,ftypmp42", "m4a,ftypM4A ", "mp4,ftypavc1", "m4a,ftypisom"})
    void soundAndFilmShareTheirContainers(String extension, String brand) throws IOException {
        byte[] film = new byte[256];
        film[3] = 32;
        System.arraycopy((brand + " ").substring(0, 8).getBytes(StandardCharsets.US_ASCII), 0, film, 4, 8);
        assertThat(check("片." + extension, film)).matches("(audio|video)/mp4");
    }

    @ParameterizedTest
    @CsvSource({"话术.pdf", "话术.png", "话术.txt", "话术.docx", "话术.mp4", "话术.zip"})
    void aProgramUnderAnotherNameIsRefused(String name) {
        assertThatThrownBy(() -> check(name, SampleFiles.exe()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("library.typeDiffers");
    }

    @Test
    void aPictureIsNoDocument() {
        assertThatThrownBy(() -> check("话术.pdf", SampleFiles.png())).hasMessageContaining("library.typeDiffers");
        assertThatThrownBy(() -> check("a.png", SampleFiles.pdf("a"))).hasMessageContaining("library.typeDiffers");
        assertThatThrownBy(() -> check("a.docx", SampleFiles.pdf("a"))).hasMessageContaining("library.typeDiffers");
        assertThatThrownBy(() -> check("a.txt", SampleFiles.png())).hasMessageContaining("library.typeDiffers");
        assertThatThrownBy(() -> check("a.png", new byte[] {1, 2, 3, 4})).hasMessageContaining("library.typeDiffers");
    }

    @ParameterizedTest
    @CsvSource({"a.exe", "a.html", "a.svg", "a.js", "a", "a.pdf.sh"})
    void whatIsNotOnTheListIsRefused(String name) {
        assertThatThrownBy(() -> check(name, SampleFiles.pdf("a"))).hasMessageContaining("library.typeNotAllowed");
    }

    private String check(String name, byte[] content) throws IOException {
        return types.check(new FileName(name), new ByteArrayResource(content));
    }
}
