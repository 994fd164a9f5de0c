package org.xinhuo.mentoring.process.stage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.xinhuo.engine.TaskView;

/** What one form shows, as a function of the mentorship and, where that matters, of who reads it. */
public record StageView(String process, String task, Filler filler) implements TaskView {

    /** Puts into the form what this reader sees; {@code readerId} is null where it is the product itself. */
    @FunctionalInterface
    public interface Filler {

        void fill(String mentorshipId, @Nullable String readerId, Map<String, Object> values);
    }

    /** A form that shows the same to everybody who may open its task. */
    public StageView(String process, String task, BiConsumer<String, Map<String, Object>> filler) {
        this(process, task, (id, reader, values) -> filler.accept(id, values));
    }

    @Override
    public Map<String, Object> values(String businessKey) {
        return values(businessKey, null);
    }

    @Override
    public Map<String, Object> values(String businessKey, @Nullable String readerId) {
        Map<String, Object> values = new LinkedHashMap<>();
        filler.fill(businessKey, readerId, values);
        return values;
    }
}
