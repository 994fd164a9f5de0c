package org.xinhuo.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;

/** The decision tables of the project in a plain DMN engine: no database, no application. */
public class PlainDecisions implements Decisions {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, DmnDecision> tables = new HashMap<>();

    @Override
    public Outcome decide(String key, Map<String, ?> inputs) {
        List<Outcome.Row> rows = engine
                .evaluateDecisionTable(
                        tables.computeIfAbsent(key, this::read), new LinkedHashMap<String, Object>(inputs))
                .stream()
                .map(rule -> new Outcome.Row(new LinkedHashMap<>(rule.getEntryMap())))
                .toList();
        return new Outcome(new Outcome.DecisionRef(key, 1, key + ":1"), rows);
    }

    @Override
    public Preview preview(String key) {
        return inputs -> decide(key, inputs);
    }

    /** There is but one version in the repository. */
    @Override
    public Preview preview(String key, int version) {
        return preview(key);
    }

    private DmnDecision read(String key) {
        try (InputStream file = getClass().getResourceAsStream("/dmn/" + key + ".dmn")) {
            return engine.parseDecision(key, file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
