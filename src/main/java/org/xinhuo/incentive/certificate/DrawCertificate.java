package org.xinhuo.incentive.certificate;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.OutcomeTexts;

/**
 * Draws a certificate on one landscape A4 page. The paper is the same for every reader: Chinese, with the same in
 * English below it, so that one number is one document. Only the characters on it are embedded, of the house's own
 * fonts; the machine needs none. The same certificate gives the same bytes.
 */
@Component
public class DrawCertificate {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", CHINESE);

    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private static final DateTimeFormatter CHINESE_MONTH = DateTimeFormatter.ofPattern("yyyy年M月", CHINESE);

    private static final DateTimeFormatter ENGLISH_MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private final ITemplateEngine templates;
    private final Texts texts;
    private final OutcomeTexts outcomes;
    private final CompanyTime time;
    private final CertificateFonts fonts;
    private final CopiedCharacters characters;
    private final String root;

    DrawCertificate(
            ITemplateEngine templates,
            Texts texts,
            OutcomeTexts outcomes,
            CompanyTime time,
            CertificateFonts fonts,
            CopiedCharacters characters,
            @Value("${xinhuo.base-url}") String baseUrl) {
        this.templates = templates;
        this.texts = texts;
        this.outcomes = outcomes;
        this.time = time;
        this.fonts = fonts;
        this.characters = characters;
        this.root = baseUrl.strip().replaceAll("/+$", "");
    }

    /** Where anybody checks this certificate: what its QR code holds. */
    public String address(Certificate certificate) {
        return root + certificate.number().path();
    }

    /** The PDF, some tens of kilobytes. A withdrawn certificate says so across the page. */
    public byte[] draw(Certificate certificate) {
        String html = templates.process("incentive/certificate-paper", new Context(CHINESE, model(certificate)));
        DefaultObjectDrawerFactory drawings = new DefaultObjectDrawerFactory();
        drawings.registerDrawer("xinhuo/frame", new FrameDrawing());
        drawings.registerDrawer("xinhuo/qr", new QrDrawing(address(certificate)));
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(fonts::regular, CertificateFonts.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(fonts::bold, CertificateFonts.FAMILY, 700, FontStyle.NORMAL, true);
        builder.useFont(fonts::secondRegular, CertificateFonts.SECOND_FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(fonts::secondBold, CertificateFonts.SECOND_FAMILY, 700, FontStyle.NORMAL, true);
        builder.useObjectDrawerFactory(drawings);
        builder.withHtmlContent(html, null);
        builder.withProducer("Xinhuo");
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            // Only now are the fonts cut down to what is shown, and their tables of characters written.
            renderer.getPdfDocument().save(pdf);
            return finished(pdf.toByteArray(), certificate);
        } catch (IOException broken) {
            throw new UncheckedIOException("a certificate cannot be drawn", broken);
        }
    }

    private byte[] finished(byte[] drawn, Certificate certificate) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(drawn)) {
            characters.mend(document);
            describe(document, certificate);
            document.save(pdf);
        }
        return pdf.toByteArray();
    }

    /** The same each time: neither the clock nor chance goes into the file. */
    private void describe(PDDocument document, Certificate certificate) {
        Calendar issued = new GregorianCalendar(TimeZone.getTimeZone(time.zone()), Locale.ROOT);
        issued.setTimeInMillis(certificate.issuedAt().toEpochMilli());
        document.getDocumentInformation().setCreationDate(issued);
        document.getDocumentInformation().setModificationDate(issued);
        document.getDocument().getTrailer().removeItem(COSName.ID);
        document.setDocumentId(certificate.issuedAt().toEpochMilli());
    }

    private Map<String, Object> model(Certificate certificate) {
        LocalDate day = time.dayOf(certificate.issuedAt());
        YearMonth period = certificate.period();
        String kind = certificate.kind().name().toLowerCase(Locale.ROOT);
        Map<String, Object> model = new HashMap<>();
        model.put("certificate", certificate);
        // A letter and its accent in one piece: fonts have a glyph of the whole.
        model.put("holder", Normalizer.normalize(certificate.holder(), Normalizer.Form.NFC));
        model.put("number", certificate.number().printed());
        model.put("address", address(certificate));
        model.put("withdrawn", !certificate.valid());
        model.put("wordZh", chinese("word"));
        model.put("wordEn", english("word"));
        model.put("numberLabel", chinese("number") + " " + english("number"));
        model.put("rule", rule(certificate));
        model.put("checkZh", chinese("check"));
        model.put("checkEn", english("check"));
        model.put("withdrawnWord", chinese("withdrawn") + " " + english("withdrawn"));
        model.put("honourZh", outcomes.label(CHINESE, "certificate.honour", certificate.honour()));
        model.put("honourEn", outcomes.label(Locale.ENGLISH, "certificate.honour", certificate.honour()));
        model.put("whyZh", chinese("why." + kind, CHINESE_MONTH.format(period)));
        model.put("whyEn", english("why." + kind, ENGLISH_MONTH.format(period)));
        model.put("dayZh", CHINESE_DAY.format(day));
        model.put("dayEn", ENGLISH_DAY.format(day));
        return model;
    }

    private String rule(Certificate certificate) {
        String version = Integer.toString(certificate.decisionVersion());
        return chinese("rule", certificate.decisionKey(), version) + " "
                + english("rule", certificate.decisionKey(), version);
    }

    private String chinese(String part, String... arguments) {
        return texts.text(CHINESE, "certificate.paper." + part, (Object[]) arguments);
    }

    private String english(String part, String... arguments) {
        return texts.text(Locale.ENGLISH, "certificate.paper." + part, (Object[]) arguments);
    }
}
