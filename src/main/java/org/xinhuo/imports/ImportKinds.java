package org.xinhuo.imports;

import static org.xinhuo.imports.CellRules.date;
import static org.xinhuo.imports.CellRules.decimal;
import static org.xinhuo.imports.CellRules.email;
import static org.xinhuo.imports.CellRules.id;
import static org.xinhuo.imports.CellRules.idList;
import static org.xinhuo.imports.CellRules.instant;
import static org.xinhuo.imports.CellRules.integer;
import static org.xinhuo.imports.CellRules.level;
import static org.xinhuo.imports.CellRules.lines;
import static org.xinhuo.imports.CellRules.locale;
import static org.xinhuo.imports.CellRules.month;
import static org.xinhuo.imports.CellRules.oneOf;
import static org.xinhuo.imports.CellRules.positive;
import static org.xinhuo.imports.CellRules.region;
import static org.xinhuo.imports.CellRules.text;
import static org.xinhuo.imports.CellRules.timeZone;
import static org.xinhuo.imports.CellRules.wordList;
import static org.xinhuo.imports.Column.defaulting;
import static org.xinhuo.imports.Column.optional;
import static org.xinhuo.imports.Column.required;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;

/** The nine kinds of files, column by column as the contract lists them. */
@Component
class ImportKinds {

    private static final int NAME = 100;

    private static final int LONG_TEXT = 4_000;

    /** Bounds of figures whose unit the file alone knows. */
    private static final String LEAST_FIGURE = "-99999999999999";

    private static final String MOST_FIGURE = "99999999999999";

    private final Map<String, ImportKind> kinds = new LinkedHashMap<>();

    ImportKinds(CompanyTime time) {
        ZoneId zone = time.zone();
        CellRule style = oneOf("questioning", "demonstrating", "logical", "supportive", "directive");
        add(
                "employees",
                List.of("id"),
                required("id", id()),
                required("name", text(NAME)),
                optional("email", email()),
                required("department", text(NAME)),
                required("job", text(NAME)),
                optional("managerId", id()),
                required("hiredOn", date()),
                defaulting("locale", locale(), "zh-CN"),
                defaulting("timeZone", timeZone(), zone.getId()),
                defaulting("region", region(), "CN"),
                optional("preferredStyle", style),
                optional("learnerType", text(40)));
        add(
                "competency-models",
                List.of("job", "competency"),
                required("job", text(NAME)),
                required("competency", text(NAME)),
                required("requiredLevel", level()),
                defaulting("weight", positive("1000"), "1").orMissing());
        add(
                "assessments",
                List.of("employeeId", "competency", "assessedOn"),
                required("employeeId", id()),
                required("competency", text(NAME)),
                required("level", level()),
                required("assessedOn", date()));
        add(
                "mentors",
                List.of("employeeId"),
                required("employeeId", id()),
                required("capacity", integer(0, 1000)),
                required("style", style),
                optional("introduction", lines(LONG_TEXT)));
        add(
                "mentor-expertise",
                List.of("employeeId", "competency"),
                required("employeeId", id()),
                required("competency", text(NAME)),
                required("level", level()),
                required("years", decimal("0", "80")));
        add(
                "lecturers",
                List.of("employeeId"),
                required("employeeId", id()),
                required("group", text(40)),
                required("since", date()),
                optional("topics", wordList(LONG_TEXT)));
        add(
                "work-metrics",
                List.of("employeeId", "metric", "period"),
                required("employeeId", id()),
                required("metric", text(NAME)),
                required("period", month()),
                required("value", decimal(LEAST_FIGURE, MOST_FIGURE)),
                required("target", decimal(LEAST_FIGURE, MOST_FIGURE)),
                required("better", oneOf("higher", "lower")),
                optional("competency", text(NAME)));
        add(
                "shares",
                List.of("id"),
                required("id", id()),
                required("lecturerId", id()),
                required("title", lines(200)),
                required("startsAt", instant(zone)),
                required("minutes", integer(0, 1440)),
                optional("submittedAt", instant(zone)),
                defaulting("attendees", idList(), "{}"),
                defaulting("reuse", integer(0, 1_000_000), "0"));
        add(
                "ratings",
                List.of("shareId", "learnerId"),
                required("shareId", id()),
                required("learnerId", id()),
                required("score", integer(1, 10)),
                optional("comment", lines(LONG_TEXT)),
                required("ratedAt", instant(zone)));
    }

    Optional<ImportKind> find(String id) {
        return Optional.ofNullable(kinds.get(id));
    }

    Iterable<ImportKind> all() {
        return kinds.values();
    }

    private void add(String id, List<String> key, Column... columns) {
        kinds.put(id, new ImportKind(id, List.of(columns), key));
    }
}
