package org.xinhuo.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinhuo.imports.ImportTesting.workbook;
import static org.xinhuo.imports.ImportTesting.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class ImportWorkbookTest {

    @Autowired
    ImportFile importFile;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestCompany company;

    @BeforeEach
    void aCompany() {
        company.employee("mei").employee("wang").lecturer("wang", "default");
    }

    @Test
    void datesAndNumbersOfASpreadsheetAreTakenAsSuch() {
        byte[] file = workbook(sheet -> {
            header(sheet, "工号", "能力", "等级", "评估日期");
            sheet.value(1, 0, "mei");
            sheet.value(1, 1, "谈判");
            sheet.value(1, 2, 3.5);
            sheet.value(1, 3, LocalDate.of(2026, 2, 28));
            sheet.style(1, 3).format("yyyy-mm-dd").set();
            sheet.value(2, 0, "mei");
            sheet.value(2, 1, "演示");
            sheet.value(2, 2, "0.1");
            sheet.value(2, 3, "2026-03-01");
        });

        assertThat(run("assessments", file).problems()).isEmpty();
        assertThat(jdbc.sql("select competency || level || assessed_on from assessment order by assessed_on")
                        .query(String.class)
                        .list())
                .containsExactly("谈判3.52026-02-28", "演示0.12026-03-01");
    }

    @Test
    void aMomentWithoutOffsetIsInTheCompanysZone() {
        byte[] file = workbook(sheet -> {
            header(sheet, "id", "lecturerId", "title", "startsAt", "minutes", "submittedAt", "attendees", "reuse");
            sheet.value(1, 0, 1001);
            sheet.value(1, 1, "wang");
            sheet.value(1, 2, "谈判课");
            sheet.value(1, 3, LocalDateTime.of(2026, 3, 1, 14, 30, 0));
            sheet.style(1, 3).format("yyyy-mm-dd hh:mm").set();
            sheet.value(1, 4, 45);
            sheet.value(1, 5, "2026-02-28T06:30:00Z");
        });

        assertThat(run("shares", file).problems()).isEmpty();
        assertThat(jdbc.sql("select id || ' ' || content_state || ' ' || to_char(starts_at at time zone 'UTC',"
                                + " 'YYYY-MM-DD HH24:MI:SS') from share")
                        .query(String.class)
                        .single())
                .isEqualTo("1001 SUBMITTED 2026-03-01 06:30:00");
    }

    @Test
    void aMonthThatExcelTurnedIntoADateIsAMonthAgain() {
        byte[] file = workbook(sheet -> {
            header(sheet, "employeeId", "metric", "period", "value", "target", "better", "competency");
            sheet.value(1, 0, "mei");
            sheet.value(1, 1, "签约额");
            sheet.value(1, 2, LocalDate.of(2026, 5, 1));
            sheet.style(1, 2).format("mmm-yy").set();
            sheet.value(1, 3, 0.1 + 0.2);
            sheet.value(1, 4, 1_000_000);
            sheet.style(1, 4).format("#,##0").set();
            sheet.value(1, 5, "higher");
        });

        assertThat(run("work-metrics", file).problems()).isEmpty();
        assertThat(jdbc.sql("select period || ' ' || value || ' ' || target from work_metric")
                        .query(String.class)
                        .single())
                .isEqualTo("2026-05 0.3 1000000");
    }

    @Test
    void formulasAreRefusedWhateverTheyShow() {
        byte[] file = workbook(sheet -> {
            header(sheet, "job", "competency", "requiredLevel", "weight");
            sheet.value(1, 0, "J");
            sheet.formula(1, 1, "HYPERLINK(\"http://example.org\")");
            sheet.formula(1, 2, "1+1");
            sheet.value(1, 3, 1);
            sheet.value(2, 0, "=cmd|' /C calc'!A0");
            sheet.value(2, 1, "b");
            sheet.value(2, 2, 1);
        });
        ImportReport report = run("competency-models", file);

        assertThat(ImportTesting.places(report)).containsExactly("2:competency", "2:requiredLevel", "3:job");
        assertThat(report.problems()).allMatch(problem -> problem.reason().startsWith("A formula"));
    }

    @Test
    void onlyTheFirstSheetCountsAndGapsInItKeepTheirRowNumbers() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            var first = workbook.newWorksheet("数据");
            header(first, "job", "competency", "requiredLevel", "weight");
            first.value(4, 0, "J");
            first.value(4, 1, "a");
            first.value(4, 2, 9);
            workbook.newWorksheet("说明").value(0, 0, "ignore me");
        }

        assertThat(ImportTesting.places(run("competency-models", bytes.toByteArray())))
                .containsExactly("5:requiredLevel");
    }

    @Test
    void cellsRightOfTheHeaderMakeARowRagged() {
        assertThat(run("competency-models", xlsx("job,competency,requiredLevel,weight", "J,a,3,1,stray"))
                        .problems())
                .extracting(RowProblem::reason)
                .containsExactly("The row has 5 cells, but the header has 4.");
    }

    @Test
    void aWorkbookThatWouldBlowUpIsNotOpened() throws IOException {
        byte[] bomb = repacked((name, content) -> name.equals("xl/worksheets/sheet1.xml") ? blownUp() : content);

        assertThat(bomb.length).isLessThan(200_000);
        assertThat(reason(run("competency-models", bomb))).contains("unpacks to far more");
    }

    @Test
    void aWorkbookOfThousandsOfPartsIsNotOpened() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i <= ZipLimits.MOST_ENTRIES; i++) {
                zip.putNextEntry(new ZipEntry("part" + i));
            }
        }

        assertThat(reason(run("competency-models", bytes.toByteArray()))).contains("unpacks to far more");
    }

    @Test
    void entitiesOfXmlAreNeverExpanded() throws IOException {
        byte[] file = repacked((name, content) -> name.equals("xl/sharedStrings.xml")
                ? new String(content, StandardCharsets.UTF_8)
                        .replaceFirst("<sst", "<!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><sst")
                        .getBytes(StandardCharsets.UTF_8)
                : content);

        assertThat(reason(run("competency-models", file))).contains("document type");
    }

    @Test
    void damagedAndForeignFilesAreNamedAsSuch() throws IOException {
        byte[] good = good();
        byte[] garbled = good.clone();
        Arrays.fill(garbled, 60, garbled.length / 2, (byte) 7);

        assertThat(reason(run("competency-models", Arrays.copyOf(good, good.length / 2))))
                .contains("damaged");
        assertThat(reason(run("competency-models", garbled))).contains("damaged");
        assertThat(reason(run(
                        "competency-models",
                        repacked((name, content) -> name.equals("xl/worksheets/sheet1.xml")
                                ? Arrays.copyOf(content, content.length / 2)
                                : content))))
                .contains("damaged");
        assertThat(reason(run("competency-models", zipOf("hello.txt")))).contains("no Excel workbook");
        assertThat(reason(run("competency-models", zipOf("[Content_Types].xml"))))
                .contains("damaged");
        assertThat(reason(run("competency-models", new byte[] {
                    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
                })))
                .contains("Excel 97");
    }

    private static void header(org.dhatim.fastexcel.Worksheet sheet, String... names) {
        for (int i = 0; i < names.length; i++) {
            sheet.value(0, i, names[i]);
        }
    }

    private static byte[] good() {
        return xlsx("job,competency,requiredLevel,weight", "J,a,3,1");
    }

    /** Eight megabytes of blanks, which pack to eight kilobytes. */
    private static byte[] blownUp() {
        byte[] blanks = new byte[8 << 20];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }

    private static byte[] repacked(BiFunction<String, byte[], byte[]> change) throws IOException {
        Path file = Files.createTempFile("workbook", ".xlsx");
        Files.write(file, good());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(
                        change.apply(entry.getName(), from.getInputStream(entry).readAllBytes()));
            }
        } finally {
            Files.delete(file);
        }
        return bytes.toByteArray();
    }

    private static byte[] zipOf(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write("hello".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private ImportReport run(String kind, byte[] content) {
        return ImportTesting.run(importFile, kind, content);
    }

    private static String reason(ImportReport report) {
        assertThat(report.problems()).isNotEmpty();
        return report.problems().get(report.problems().size() - 1).reason();
    }
}
