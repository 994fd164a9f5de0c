package org.xinhuo.library;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** Lines of a shelf as pages show them: with names instead of ids, and times and sizes in the reader's language. */
@Component
public class LibraryEntries {

    private static final double KILO = 1024;

    private final Employees employees;

    LibraryEntries(Employees employees) {
        this.employees = employees;
    }

    /**
     * A line in words.
     *
     * @param audience {@code private}, {@code mentorship} or {@code company}
     * @param mine whether the reader brought it
     */
    public record Entry(
            String id,
            String title,
            String owner,
            String audience,
            int version,
            String fileName,
            String size,
            String at,
            boolean mine) {}

    @Transactional(readOnly = true)
    public List<Entry> of(List<LibraryShelf.Line> lines, String readerId, ReaderTime time) {
        Map<String, String> names =
                employees
                        .findAllById(lines.stream()
                                .map(LibraryShelf.Line::ownerId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Employee::id, Employee::name));
        return lines.stream()
                .map(line -> new Entry(
                        line.id(),
                        line.title(),
                        names.getOrDefault(line.ownerId(), line.ownerId()),
                        line.audience(),
                        line.version(),
                        line.fileName(),
                        size(line.size(), time.locale()),
                        time.moment(line.uploadedAt()),
                        line.ownerId().equals(readerId)))
                .toList();
    }

    /** In the unit that reads best, such as "1.5 MB". */
    public static String size(long bytes, Locale locale) {
        NumberFormat number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(1);
        if (bytes < KILO) {
            return number.format(bytes) + " B";
        }
        double kilobytes = bytes / KILO;
        return kilobytes < KILO ? number.format(kilobytes) + " KB" : number.format(kilobytes / KILO) + " MB";
    }
}
