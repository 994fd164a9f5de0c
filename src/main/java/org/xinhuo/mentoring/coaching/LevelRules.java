package org.xinhuo.mentoring.coaching;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinhuo.base.Refusal;

/** The rules that a list of judged levels keeps, in a duty or in an evaluation. */
public final class LevelRules {

    private LevelRules() {}

    /** One judged competency; the level is 0 to 5, which the form has checked. */
    public record Judged(String competency, BigDecimal level) {}

    /**
     * The levels by competency.
     *
     * @param allowed the competencies that may be judged
     * @throws Refusal naming the field of the first rule that is broken: none judged, one that is not allowed, one named
     *     twice, more than two decimals
     */
    public static Map<String, BigDecimal> check(List<Judged> judged, Set<String> allowed) {
        if (judged.isEmpty()) {
            throw Refusal.invalid("levels", "form.required", "levels");
        }
        Map<String, BigDecimal> levels = new LinkedHashMap<>();
        for (int index = 0; index < judged.size(); index++) {
            String path = "levels[" + (index + 1) + "].";
            Judged one = judged.get(index);
            if (!allowed.contains(one.competency())) {
                throw Refusal.invalid(
                        path + "competency",
                        "mentoring.level.foreignCompetency",
                        path + "competency",
                        one.competency());
            }
            if (one.level().stripTrailingZeros().scale() > 2) {
                throw Refusal.invalid(path + "level", "mentoring.level.tooFine", path + "level");
            }
            if (levels.put(one.competency(), one.level()) != null) {
                throw Refusal.invalid(
                        path + "competency", "mentoring.level.competencyTwice", path + "competency", one.competency());
            }
        }
        return levels;
    }
}
