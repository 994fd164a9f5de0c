package org.xinhuo.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** The models of the repository, as process owners find them. */
public final class ModelFiles {

    public static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    public static final Pattern CAMEL = Pattern.compile("[a-z][A-Za-z0-9]*");

    private ModelFiles() {}

    /** Process models by file name without extension. */
    public static Map<String, BpmnModelInstance> processes() {
        Map<String, BpmnModelInstance> models = new TreeMap<>();
        files("bpmn", ".bpmn").forEach(file -> models.put(name(file), Bpmn.readModelFromFile(file.toFile())));
        return models;
    }

    public static Map<String, DmnModelInstance> decisions() {
        Map<String, DmnModelInstance> models = new TreeMap<>();
        files("dmn", ".dmn").forEach(file -> models.put(name(file), Dmn.readModelFromFile(file.toFile())));
        return models;
    }

    public static Map<String, JsonNode> forms() {
        Map<String, JsonNode> forms = new TreeMap<>();
        files("bpmn/forms", ".form").forEach(file -> forms.put(name(file), json(file)));
        return forms;
    }

    static String text(String directory, String name) {
        try {
            return Files.readString(Path.of(directory, name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> files(String directory, String ending) {
        if (!Files.isDirectory(Path.of(directory))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
    }
}
