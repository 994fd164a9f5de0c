package org.xinhuo.mentoring.process.stage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.xinhuo.engine.TaskView;

/** What one form shows, as a function of the mentorship. */
public record StageView(String process, String task, BiConsumer<String, Map<String, Object>> filler)
        implements TaskView {

    @Override
    public Map<String, Object> values(String businessKey) {
        Map<String, Object> values = new LinkedHashMap<>();
        filler.accept(businessKey, values);
        return values;
    }
}
