package org.xinhuo.incentive.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.certificate.Certificate.Kind;

/** The paper itself, read back by PDFBox as whoever receives it would. */
@SpringJUnitConfig
@TestPropertySource(properties = "xinhuo.base-url=https://xinhuo.example.com/")
class DrawCertificateTest {

    @Configuration
    @Import({
        Texts.class,
        CompanyTime.class,
        OutcomeTexts.class,
        CertificateFonts.class,
        CopiedCharacters.class,
        DrawCertificate.class
    })
    static class Paper {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-04-05T01:00:00Z"), ZoneOffset.UTC);
        }

        @Bean
        MessageSource messageSource() {
            ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
            messages.setBasename("messages/certificate");
            messages.setDefaultEncoding("UTF-8");
            messages.setFallbackToSystemLocale(false);
            messages.setAlwaysUseMessageFormat(true);
            return messages;
        }

        @Bean
        SpringTemplateEngine templates() {
            ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
            files.setPrefix("templates/");
            files.setSuffix(".html");
            SpringTemplateEngine templates = new SpringTemplateEngine();
            templates.setTemplateResolver(files);
            return templates;
        }
    }

    private static final Instant ISSUED = Instant.parse("2026-04-05T01:00:00Z");

    @Autowired
    private DrawCertificate drawCertificate;

    @Test
    void saysInBothLanguagesWhatWasAwardedToWhom() throws Exception {
        String text = text(drawCertificate.draw(senior("王芳", null)));

        assertThat(text)
                .contains("荣誉证书", "王芳", "高级讲师", "自 2026年3月起，特授予称号")
                .contains("CERTIFICATE OF HONOUR", "Senior Lecturer", "with effect from March 2026")
                .contains("7K3M-9QPD-4TWX-0BZ5")
                .contains("依据规则 lecturer-title 第 3 版", "Rule lecturer-title, version 3")
                .contains("薪火 Xinhuo", "2026年4月5日", "5 April 2026")
                .contains("https://xinhuo.example.com/certificates/7K3M-9QPD-4TWX-0BZ5")
                .doesNotContain("已撤销");
    }

    @Test
    void aWithdrawnOneSaysSoAcrossThePage() throws Exception {
        assertThat(text(drawCertificate.draw(senior("王芳", Instant.parse("2026-05-01T00:00:00Z")))))
                .contains("已撤销", "WITHDRAWN");
    }

    @Test
    void embedsEveryFontAndOnlyTheCharactersOnThePaper() throws Exception {
        byte[] pdf = drawCertificate.draw(senior("王芳", null));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth())
                    .isGreaterThan(841)
                    .isLessThan(843);
            List<String> fonts = new ArrayList<>();
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansSC.*");
                fonts.add(font.getName());
            }
            assertThat(fonts).hasSize(2);
            assertThat(document.getDocumentInformation().getTitle()).contains("高级讲师", "王芳");
        }
        assertThat(pdf.length).isLessThan(120_000);
    }

    /** Some characters share their shape with an old radical: what is copied out must be the character. */
    @Test
    void whatIsCopiedOutIsWhatWasWritten() throws Exception {
        String name = "一二人八十大小山工日月木水火王玉田石立老行见金长门马鱼齐";

        assertThat(text(drawCertificate.draw(senior(name, null)))).contains(name);
    }

    /** Of Poland, Czechia, Romania, Turkey, Viet Nam, Greece, Russia; and with an accent that came by itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Łukasz Żółw",
                "Jiří Dvořák",
                "Ștefan Țăran",
                "Gökçe Işık",
                "Nguyễn Thị Ánh",
                "Ελένη Ώρα",
                "Жанна Щукина",
                "Dvor\u030ca\u0301k",
                "王Łuř芳"
            })
    void aNameOfAnyOfItsRegionsIsDrawnLetterByLetter(String name) throws Exception {
        Set<String> missing = new TreeSet<>();
        PDFTextStripper drawn = new PDFTextStripper() {
            @Override
            protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
                if (font instanceof PDType0Font type0 && type0.codeToGID(code) == 0) {
                    missing.add(font.getName() + " " + code);
                }
                super.showGlyph(matrix, font, code, displacement);
            }
        };
        try (PDDocument document = Loader.loadPDF(drawCertificate.draw(senior(name, null)))) {
            assertThat(drawn.getText(document))
                    .contains(Normalizer.normalize(name, Normalizer.Form.NFC))
                    .doesNotContain("#");
            for (COSName font : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(font).isEmbedded())
                        .isTrue();
            }
        }
        assertThat(missing).as("glyphs that no font has").isEmpty();
    }

    @Test
    void theCodeOnItLeadsToThePageThatChecksIt() throws Exception {
        BufferedImage page = picture(drawCertificate.draw(senior("王芳", null)));
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());

        String read = new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)
                                .crop(0, page.getHeight() * 2 / 3, page.getWidth() / 4, page.getHeight() / 3))))
                .getText();

        assertThat(read).isEqualTo("https://xinhuo.example.com/certificates/7K3M-9QPD-4TWX-0BZ5");
    }

    @Test
    void theSameCertificateGivesTheSameBytes() {
        assertThat(Arrays.equals(drawCertificate.draw(senior("王芳", null)), drawCertificate.draw(senior("王芳", null))))
                .isTrue();
    }

    @Test
    void aLongNameAndMarkupInItStayOnOnePage() throws Exception {
        String name = "<b>Maria-Theodora & Constantina von und zu Hohenzollern-Sigmaringen</b> 欧阳娜娜";
        byte[] pdf = drawCertificate.draw(senior(name, null));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(text(pdf).replaceAll("\\s+", "")).contains(name.replaceAll("\\s+", ""));
        picture(pdf);
    }

    /** Rare, and beyond the basic plane: what the font lacks is a sign, not a failure, and the rest stands. */
    @Test
    void aCharacterThatTheFontLacksIsShownAsASign() throws Exception {
        assertThat(text(drawCertificate.draw(senior("王\uD869\uDED6芳", null)))).contains("王#芳");
    }

    private static Certificate senior(String holder, @Nullable Instant withdrawn) {
        return new Certificate(
                new CertificateNumber("7K3M9QPD4TWX0BZ5"),
                "wang",
                holder,
                "薪火 Xinhuo",
                Kind.TITLE,
                "senior-lecturer",
                YearMonth.of(2026, 3),
                "lecturer-title",
                3,
                ISSUED,
                withdrawn);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** At 150 dots an inch; kept under target/ for whoever wants to look. */
    private static BufferedImage picture(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, 150);
            Path folder = Files.createDirectories(Path.of("target", "certificates"));
            String name = document.getDocumentInformation().getTitle().replaceAll("[^\\p{L}]", "");
            ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
            Files.write(folder.resolve(name + ".pdf"), pdf);
            return picture;
        }
    }
}
