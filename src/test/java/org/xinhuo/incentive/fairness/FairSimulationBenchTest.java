package org.xinhuo.incentive.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinhuo.incentive.fairness.FairSimulation.Caught;
import org.xinhuo.incentive.fairness.FairSimulation.Outcome;
import org.xinhuo.incentive.fairness.FairSimulation.Score;

/** The tables of docs/fair-scores.md: {@code mvn -P bench test -Dtest=FairSimulationBenchTest}. */
@Tag("bench")
class FairSimulationBenchTest {

    private static final Logger LOG = LoggerFactory.getLogger(FairSimulationBenchTest.class);

    private static final int COMPANIES = Integer.getInteger("fair.companies", 1000);

    private final List<String> table = new ArrayList<>();

    @Test
    void whoFindsTheBest() throws IOException {
        MarkWorld.Settings usual = MarkWorld.Settings.USUAL;
        Map<String, MarkWorld.Settings> worlds = new LinkedHashMap<>();
        for (int raters : new int[] {3, 5, 10, 20, 30}) {
            worlds.put(raters + " raters each", usual.raters(raters, raters));
        }
        worlds.put("3–30 raters", usual);
        worlds.put("3–30, raters from anywhere", usual.home(0));
        worlds.put("3–30, first month of use", usual.months(1));
        worlds.put("3–30, marks at the ceiling", usual.level(9));
        worlds.put("3–30, 12 lecturers", usual.people(12, 60));
        worlds.put("3–30, raters alike", usual.severity(0));
        table.add("| marks | best first: raw / contract / adjusted | among three | worse than the best by |"
                + " rank correlation | lucky few first | best few missed | interval holds | time |");
        table.add("|---|---|---|---|---|---|---|---|---|");
        Outcome usually = null;
        for (Map.Entry<String, MarkWorld.Settings> world : worlds.entrySet()) {
            Outcome outcome = FairSimulation.run(world.getValue(), COMPANIES);
            usually = world.getValue().equals(usual) ? outcome : usually;
            table.add("| " + world.getKey() + " | " + percent(outcome, Score::best) + " | "
                    + percent(outcome, Score::amongThree) + " | " + plain(outcome, Score::regret) + " | "
                    + plain(outcome, Score::correlation) + " | " + few(world.getValue(), outcome, Score::lucky) + " | "
                    + few(world.getValue(), outcome, Score::missed) + " | "
                    + String.format(Locale.ROOT, "%.0f %% | × %.0f |", 100 * outcome.covered(), outcome.slower()));
        }
        print("fair-simulation.md");
        assertThat(usually.adjusted().best()).isGreaterThan(usually.raw().best());
    }

    @Test
    void whichRingsAreFound() throws IOException {
        MarkWorld.Settings usual = MarkWorld.Settings.USUAL;
        int companies = Math.max(10, COMPANIES / 5);
        table.add("| company | something found | the ring found | somebody else in it |"
                + " one of the ring first without being the best: raw / adjusted |");
        table.add("|---|---|---|---|---|");
        add("honest", FairSimulation.rings(usual, companies, 0, 0, 0, 0, 0));
        add("honest, lasting likes and dislikes (0.5)", FairSimulation.rings(usual, companies, 0.5, 0, 0, 0, 0));
        add(
                "honest, everybody overrates the own department by 1",
                FairSimulation.rings(usual, companies, 0, 1, 0, 0, 0));
        for (double lift : new double[] {1, 2, 3}) {
            for (int size : new int[] {2, 4}) {
                for (int months : new int[] {1, 3, 6}) {
                    add(
                            "ring of " + size + ", " + Math.round(lift) + (lift == 1 ? " point" : " points")
                                    + " too many, " + months + (months == 1 ? " month" : " months"),
                            FairSimulation.rings(usual, companies, 0.3, 0, lift, months, size));
                }
            }
        }
        print("fair-rings.md");
        assertThat(table).hasSize(23);
    }

    private void add(String company, Caught caught) {
        table.add(String.format(
                Locale.ROOT,
                "| %s | %.1f %% | %.0f %% | %.1f %% | %.0f / %.0f %% |",
                company,
                100 * caught.any(),
                100 * caught.found(),
                100 * caught.strangers(),
                100 * caught.rawWon(),
                100 * caught.adjustedWon()));
    }

    private void print(String file) throws IOException {
        String printed = String.join("\n", table);
        LOG.info("{}\n{}", file, printed);
        Path bench = Files.createDirectories(Path.of("target", "bench"));
        Files.writeString(bench.resolve(file), printed + "\n");
    }

    private static String percent(Outcome outcome, ToDoubleFunction<Score> of) {
        return String.format(
                Locale.ROOT,
                "%.0f / %.0f / **%.0f** %%",
                100 * of.applyAsDouble(outcome.raw()),
                100 * of.applyAsDouble(outcome.contract()),
                100 * of.applyAsDouble(outcome.adjusted()));
    }

    /** Where all have as many raters, nobody has few. */
    private static String few(MarkWorld.Settings settings, Outcome outcome, ToDoubleFunction<Score> of) {
        return settings.fewest() == settings.most() ? "–" : percent(outcome, of);
    }

    private static String plain(Outcome outcome, ToDoubleFunction<Score> of) {
        return String.format(
                Locale.ROOT,
                "%.2f / %.2f / **%.2f**",
                of.applyAsDouble(outcome.raw()),
                of.applyAsDouble(outcome.contract()),
                of.applyAsDouble(outcome.adjusted()));
    }
}
