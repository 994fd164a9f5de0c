package org.xinhuo.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;

/** What can be imported, and an empty file of each kind to begin with. */
@Component
public class ImportTemplates {

    /** Without it a spreadsheet takes Chinese for something else. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ImportKinds kinds;
    private final Texts texts;

    ImportTemplates(ImportKinds kinds, Texts texts) {
        this.kinds = kinds;
        this.texts = texts;
    }

    /** The kinds of files, in an order in which none refers to one that comes later. */
    public List<String> kinds() {
        List<String> ids = new ArrayList<>();
        kinds.all().forEach(kind -> ids.add(kind.id()));
        return ids;
    }

    /**
     * A CSV file of a header alone, as a spreadsheet opens it. A Chinese reader gets the Chinese labels, everybody else
     * the names of the columns: an import knows both, and no other.
     *
     * @throws Refusal where there is no such kind
     */
    public byte[] csv(String kindId, Locale locale) {
        ImportKind kind = kinds.find(kindId).orElseThrow(() -> Refusal.notFound("imports.unknownKind", kindId));
        StringWriter file = new StringWriter();
        file.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(kind.columns().stream()
                    .map(column -> heading(kindId, column.name(), locale))
                    .toList());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * How the header of a file may call a column, as this reader would: by its Chinese label or by its name, for an
     * import knows no other. What is no column of the kind stays as it is.
     */
    public String heading(String kindId, String column, Locale locale) {
        boolean known = kinds.find(kindId).stream()
                .flatMap(kind -> kind.columns().stream())
                .anyMatch(one -> one.name().equals(column));
        return known && locale.getLanguage().equals(Locale.CHINESE.getLanguage())
                ? texts.text(Locale.SIMPLIFIED_CHINESE, "imports.column." + kindId + "." + column)
                : column;
    }
}
