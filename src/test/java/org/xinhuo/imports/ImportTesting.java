package org.xinhuo.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Makes files and imports them, for the tests of this package. */
final class ImportTesting {

    static final String EMPLOYEES =
            "id,name,email,department,job,managerId,hiredOn,locale,timeZone,region,preferredStyle,learnerType\n";

    private ImportTesting() {}

    /** A line of an employees file where only these three matter. */
    static String person(String id, String managerId) {
        return id + "," + "员工" + id + ",,销售部,客户经理," + managerId + ",2021-03-01,,,,,\n";
    }

    static ImportReport run(ImportFile importFile, String kind, String content) {
        return run(importFile, kind, content.getBytes(StandardCharsets.UTF_8));
    }

    static ImportReport run(ImportFile importFile, String kind, byte[] content) {
        return run(importFile, kind, content, false);
    }

    static ImportReport run(ImportFile importFile, String kind, byte[] content, boolean dryRun) {
        return withFile(content, file -> importFile.run(kind, file, dryRun, Locale.ENGLISH));
    }

    /** A workbook with one sheet of texts. */
    static byte[] xlsx(String... lines) {
        return workbook(sheet -> {
            for (int row = 0; row < lines.length; row++) {
                String[] cells = lines[row].strip().split(",", -1);
                for (int column = 0; column < cells.length; column++) {
                    if (!cells[column].isEmpty()) {
                        sheet.value(row, column, cells[column]);
                    }
                }
            }
        });
    }

    static byte[] workbook(Consumer<Worksheet> writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            writer.accept(workbook.newWorksheet("one"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /** Each problem as {@code row:column}, in order. */
    static List<String> places(ImportReport report) {
        return report.problems().stream()
                .map(problem -> problem.row() + ":" + problem.column())
                .toList();
    }

    static String lines(String... lines) {
        return Arrays.stream(lines).collect(Collectors.joining("\n", "", "\n"));
    }

    private interface FileUse {
        ImportReport with(Path file);
    }

    private static ImportReport withFile(byte[] content, FileUse use) {
        try {
            Path file = Files.createTempFile("import-test", null);
            try {
                Files.write(file, content);
                return use.with(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
