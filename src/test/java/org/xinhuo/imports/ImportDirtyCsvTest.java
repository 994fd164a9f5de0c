package org.xinhuo.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinhuo.imports.ImportTesting.EMPLOYEES;
import static org.xinhuo.imports.ImportTesting.lines;
import static org.xinhuo.imports.ImportTesting.person;
import static org.xinhuo.imports.ImportTesting.places;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class ImportDirtyCsvTest {

    private static final String MODEL = "job,competency,requiredLevel,weight\n";

    @Autowired
    ImportFile importFile;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestCompany company;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void chineseTextIsReadInBothEncodings(String encoding) {
        byte[] file = (MODEL + "客户经理,谈判㐀𠀀,4,1\n").getBytes(Charset.forName(encoding));

        assertThat(run("competency-models", file).clean()).isTrue();
        assertThat(jdbc.sql("select job || competency from job_competency")
                        .query(String.class)
                        .single())
                .isEqualTo("客户经理谈判㐀𠀀");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() {
        assertThat(run("competency-models", ("\uFEFF" + MODEL + "客户经理,谈判,4,1\n").getBytes(StandardCharsets.UTF_8))
                        .clean())
                .isTrue();
    }

    @Test
    void textInNoEncodingIsRefusedWhole() {
        byte[] file = (MODEL + "J,X,4,1\n").getBytes(StandardCharsets.UTF_8);
        file[file.length - 6] = (byte) 0xFF;

        assertThat(onlyReason(run("competency-models", file))).contains("neither UTF-8 nor GB18030");
    }

    @Test
    void utf16IsRefusedWithAdvice() {
        assertThat(onlyReason(run("competency-models", MODEL.getBytes(StandardCharsets.UTF_16))))
                .contains("UTF-16");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theSeparatorIsFoundByTheHeader(String separator) {
        assertThat(run("competency-models", (MODEL + "J,a,4,1\nJ,b,3,2\n").replace(",", separator)))
                .isEqualTo(new ImportReport("competency-models", 2, 2, 0, List.of(), null, List.of()));
    }

    @Test
    void chineseLabelsNameTheColumnsToo() {
        assertThat(run("competency-models", "能力,权重,岗位,要求等级\n谈判,2,客户经理,4\n").clean())
                .isTrue();
        assertThat(jdbc.sql("select job || competency || required_level || weight from job_competency")
                        .query(String.class)
                        .single())
                .isEqualTo("客户经理谈判42");
    }

    @Test
    void everyWrongColumnIsNamedAtOnce() {
        ImportReport report = run("competency-models", "job,salary,job,,requiredLevel,bonus\nJ,1,J,1,1,1\n");

        assertThat(report.problems())
                .extracting(RowProblem::reason)
                .containsExactly(
                        "\"salary\" is not a column of this kind of file.",
                        "The column \"job\" is there more than once.",
                        "Column 4 has no name in the header.",
                        "\"bonus\" is not a column of this kind of file.",
                        "The column \"competency\" is missing.");
        assertThat(report.rows()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n", " , ,\n"})
    void anEmptyFileIsSaidToBeEmpty(String content) {
        assertThat(onlyReason(run("employees", content))).contains("empty");
    }

    @Test
    void aHeaderAloneIsAFileWithoutRows() {
        assertThat(run("employees", EMPLOYEES))
                .isEqualTo(new ImportReport("employees", 0, 0, 0, List.of(), null, List.of()));
    }

    @Test
    void blankLinesCountAsRowsOfTheSheetButNotAsData() {
        ImportReport report =
                run("employees", "\n" + EMPLOYEES + "\n , \n" + person("a", "") + "\n" + person("b b", ""));

        assertThat(report.rows()).isEqualTo(2);
        assertThat(places(report)).containsExactly("7:id");
    }

    @Test
    void aCellWithLineBreaksIsStillOneRow() {
        company.employee("wang").employee("li");
        ImportReport report = run(
                "mentors",
                lines(
                        "employeeId,capacity,style,introduction",
                        "wang,2,logical,\"one \"\"two\"\",\r\nthree\n\nfour\"",
                        "li,x,logical,"));

        assertThat(places(report)).containsExactly("3:capacity");
        assertThat(run("mentors", "employeeId,capacity,style,introduction\nwang,2,logical,\"a, \"\"b\"\"\r\nc\"\n")
                        .clean())
                .isTrue();
        assertThat(jdbc.sql("select introduction from mentor")
                        .query(String.class)
                        .single())
                .isEqualTo("a, \"b\"\nc");
    }

    @Test
    void raggedRowsAreNamedAndDoNotShiftOthers() {
        ImportReport report = run("competency-models", MODEL + "J,a,4\nJ,b,4,1,9\nJ,c,4,1,\nJ,d,x,1\n");

        assertThat(report.problems())
                .extracting(problem -> problem.row() + " " + problem.reason())
                .containsExactly(
                        "2 The row has 3 cells, but the header has 4.",
                        "3 The row has 5 cells, but the header has 4.",
                        "5 \"x\" is not a plain number, such as 3.5 (no thousands separators, no units).");
        assertThat(report.rows()).isEqualTo(4);
        assertThat(report.rejected()).isEqualTo(3);
    }

    @Test
    void aManagerInARaggedRowIsNotCalledUnknown() {
        assertThat(places(run("employees", EMPLOYEES + "boss,Boss\n" + person("a", "boss"))))
                .containsExactly("2:null");
    }

    @Test
    void aQuoteThatNeverClosesEndsTheReading() {
        ImportReport report = run("competency-models", MODEL + "J,a,9,1\n\"J,b,4,1\nJ,c,4,1\n");

        assertThat(report.problems())
                .extracting(RowProblem::row, RowProblem::column)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, "requiredLevel"),
                        org.assertj.core.groups.Tuple.tuple(3L, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", " =1+1", "\"\r=1\""})
    void whatASpreadsheetWouldExecuteIsRefused(String cell) {
        ImportReport report = run("competency-models", MODEL + "J," + cell + ",4,1\n");

        assertThat(places(report)).containsExactly("2:competency");
        assertThat(onlyReason(report)).startsWith("A formula");
    }

    @Test
    void aFormulaInPlaceOfANumberIsCalledOne() {
        assertThat(onlyReason(run("competency-models", MODEL + "J,a,=1+1,1\n"))).startsWith("A formula");
    }

    @Test
    void invisibleCharactersAndEndlessCellsAreRefused() {
        ImportReport report = run(
                "competency-models",
                MODEL + "J,a\u0000b,4,1\nJ,\u001Bx,4,1\n" + "x".repeat(101) + ",c,4,1\nJ,\"d\ne\",4,1\n");

        assertThat(report.problems())
                .extracting(problem -> problem.row() + " " + problem.reason())
                .containsExactly(
                        "2 The cell contains an invisible control character (U+0000).",
                        "3 The cell contains an invisible control character (U+001B).",
                        "4 The text is longer than 100 characters.",
                        "5 A line break is not accepted here.");
    }

    @Test
    void spacesAroundValuesDoNotMatter() {
        assertThat(run("competency-models", MODEL + " J ,\u3000谈判\u00A0, 4 ,1\n")
                        .clean())
                .isTrue();
        assertThat(jdbc.sql("select competency from job_competency")
                        .query(String.class)
                        .single())
                .isEqualTo("谈判");
    }

    @Test
    void theListOfProblemsEndsWhereNobodyReadsOnButTheCountDoesNot() {
        StringBuilder file = new StringBuilder(MODEL);
        for (int i = 0; i < 10_500; i++) {
            file.append("J,c").append(i).append(",7,1\n");
        }
        ImportReport report = run("competency-models", file.toString());

        assertThat(report.problems()).hasSize(10_000);
        assertThat(report.problemsNotListed()).isEqualTo(500);
        assertThat(report.rejected()).isEqualTo(10_500);
    }

    private ImportReport run(String kind, String content) {
        return ImportTesting.run(importFile, kind, content);
    }

    private ImportReport run(String kind, byte[] content) {
        return ImportTesting.run(importFile, kind, content);
    }

    private static String onlyReason(ImportReport report) {
        assertThat(report.problems()).hasSize(1);
        return report.problems().get(0).reason();
    }
}
