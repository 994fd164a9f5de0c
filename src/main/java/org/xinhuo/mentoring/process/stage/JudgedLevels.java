package org.xinhuo.mentoring.process.stage;

import java.util.List;
import org.xinhuo.engine.FormInput;
import org.xinhuo.mentoring.coaching.LevelRules;

/** Reads judged levels from a form. */
public final class JudgedLevels {

    private JudgedLevels() {}

    public static List<LevelRules.Judged> of(FormInput input) {
        return input.list("levels").stream()
                .map(entry -> new LevelRules.Judged(entry.text("competency"), entry.number("level")))
                .toList();
    }
}
