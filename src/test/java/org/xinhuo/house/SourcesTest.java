package org.xinhuo.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws that only the sources show: whose tables are whose, and how a file looks. */
class SourcesTest {

    private static final Path MAIN = Path.of("src/main/java/org/xinhuo");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    private static final Pattern LITERAL =
            Pattern.compile("\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"", Pattern.DOTALL);

    /** Law 3: the engine's tables belong to the engine. */
    @Test
    void nobodyButTheEngineNamesTheEnginesTables() {
        Pattern engineTable = Pattern.compile("(?i)\\bact_(ru|hi|re|ge|id)_\\w+");
        assertThat(sources(MAIN).entrySet())
                .filteredOn(source -> !source.getKey().startsWith(MAIN.resolve("engine")))
                .filteredOn(source -> literals(source.getValue()).stream()
                        .anyMatch(text -> engineTable.matcher(text).find()))
                .extracting(Map.Entry::getKey)
                .isEmpty();
        assertThat(files(MIGRATIONS, ".sql"))
                .filteredOn(
                        file -> engineTable.matcher(withoutComments(read(file))).find())
                .isEmpty();
    }

    /** Law 3: a table is written in one place. */
    @Test
    void everyTableIsWrittenByOnePackageOnly() {
        Pattern write =
                Pattern.compile("(?i)\\b(?:insert\\s+into|update|delete\\s+from|merge\\s+into)\\s+([a-z_]+)\\b");
        Pattern entity = Pattern.compile("@Entity\\b.*?\\bclass\\s+(\\w+)", Pattern.DOTALL);
        Pattern tableName = Pattern.compile("@Table\\(name\\s*=\\s*\"(\\w+)\"");
        Set<String> tables = tables();
        Map<String, Set<String>> writers = new TreeMap<>();
        sources(MAIN).forEach((file, source) -> {
            Set<String> written = new TreeSet<>();
            for (String text : literals(source)) {
                Matcher found = write.matcher(text);
                while (found.find()) {
                    written.add(found.group(1).toLowerCase(java.util.Locale.ROOT));
                }
            }
            Matcher mapped = entity.matcher(source);
            if (mapped.find()) {
                Matcher named = tableName.matcher(source);
                written.add(named.find() ? named.group(1) : snakeCase(mapped.group(1)));
            }
            written.retainAll(tables);
            String owner = MAIN.relativize(file.getParent()).toString();
            written.forEach(table ->
                    writers.computeIfAbsent(table, any -> new TreeSet<>()).add(owner));
        });
        assertThat(writers)
                .allSatisfy((table, owners) -> assertThat(owners).as(table).hasSize(1));
    }

    /** Law 7, for code that builds its transactions by hand. */
    @Test
    void nobodyAsksForANewTransaction() {
        assertThat(sources(MAIN))
                .allSatisfy((file, source) -> assertThat(source)
                        .as(file.toString())
                        .doesNotContain("REQUIRES_NEW")
                        .doesNotContain("PROPAGATION_NESTED"));
    }

    @Test
    void noFileIsLongerThanFourHundredLines() {
        assertThat(sources(MAIN))
                .allSatisfy((file, source) ->
                        assertThat(source.lines().count()).as(file.toString()).isLessThan(400));
    }

    @Test
    void nothingIsLeftForLater() {
        Pattern later = Pattern.compile("\\b(?:TODO|FIXME|XXX)\\b|System\\.(?:out|err)\\b|printStackTrace\\(\\)");
        assertThat(sources(MAIN))
                .allSatisfy((file, source) -> assertThat(later.matcher(source).find())
                        .as(file.toString())
                        .isFalse());
    }

    @Test
    void noTestSleepsOrIsSwitchedOff() {
        Pattern lazy = Pattern.compile("Thread\\.sleep\\(|@Disabled\\b(?!On)|\\bTODO\\b|\\bFIXME\\b|System\\.out\\b");
        assertThat(sources(TESTS).entrySet())
                .filteredOn(source -> !source.getKey().endsWith("SourcesTest.java"))
                .allSatisfy(source -> assertThat(lazy.matcher(source.getValue()).find())
                        .as(source.getKey().toString())
                        .isFalse());
    }

    /** The build runs what is named so; anything else would never fail. */
    @Test
    void everyClassWithTestsIsNamedSoThatTheBuildRunsIt() {
        Pattern test = Pattern.compile("(?m)^\\s*@(?:Test|Property|ParameterizedTest|TestFactory)\\b");
        Pattern concrete = Pattern.compile("(?m)^(?:public )?(?:final )?class ");
        assertThat(sources(TESTS).entrySet())
                .filteredOn(source -> test.matcher(source.getValue()).find()
                        && concrete.matcher(source.getValue()).find())
                .extracting(source -> source.getKey().getFileName().toString())
                .allMatch(name -> name.endsWith("Test.java"));
    }

    @Test
    void everyPackageSaysItsRole() {
        Set<Path> packages = new TreeSet<>();
        sources(MAIN).keySet().forEach(file -> packages.add(file.getParent()));
        assertThat(packages)
                .allSatisfy(directory -> assertThat(read(directory.resolve("package-info.java")))
                        .as(directory.toString())
                        .startsWith("/**")
                        .contains("@NullMarked"));
    }

    @Test
    void everyMigrationHasAVersionOfItsOwn() {
        Map<String, List<Path>> versions = new TreeMap<>();
        files(MIGRATIONS, ".sql")
                .forEach(file -> versions.computeIfAbsent(
                                file.getFileName().toString().replaceFirst("__.*$", ""), any -> new ArrayList<>())
                        .add(file));
        assertThat(versions).allSatisfy((version, files) -> {
            assertThat(version).matches("V\\d{3}");
            assertThat(files).as(version).hasSize(1);
        });
    }

    private static Set<String> tables() {
        Set<String> tables = new TreeSet<>();
        Pattern create = Pattern.compile("(?i)create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)");
        for (Path file : files(MIGRATIONS, ".sql")) {
            Matcher found = create.matcher(read(file));
            while (found.find()) {
                tables.add(found.group(1).toLowerCase(java.util.Locale.ROOT));
            }
        }
        return tables;
    }

    private static List<String> literals(String source) {
        // Adjacent parts of one statement, joined by "+" over lines, count as one text.
        List<String> texts = new ArrayList<>();
        Matcher found = LITERAL.matcher(source);
        int end = -1;
        while (found.find()) {
            boolean continued =
                    end >= 0 && source.substring(end, found.start()).strip().equals("+");
            String text = found.group().replaceAll("^\"+|\"+$", "");
            if (continued) {
                texts.set(texts.size() - 1, texts.get(texts.size() - 1) + text);
            } else {
                texts.add(text);
            }
            end = found.end();
        }
        return texts;
    }

    private static String withoutComments(String sql) {
        return sql.replaceAll("--.*", "");
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(java.util.Locale.ROOT);
    }

    private static Map<Path, String> sources(Path root) {
        Map<Path, String> sources = new TreeMap<>();
        files(root, ".java").forEach(file -> sources.put(file, read(file)));
        return sources;
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
