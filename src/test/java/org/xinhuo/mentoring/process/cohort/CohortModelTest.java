package org.xinhuo.mentoring.process.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CohortModelTest {

    @Test
    void everyConstantStandsInTheModels() throws IOException, IllegalAccessException {
        String drawn = Files.readString(Path.of("bpmn/cohort.bpmn"))
                + Files.readString(Path.of("bpmn/cohort-withdrawal.bpmn"))
                + Files.readString(Path.of("bpmn/matching.bpmn"));
        for (Field constant : CohortModel.class.getDeclaredFields()) {
            if (constant.getType() == String.class) {
                assertThat(drawn).containsPattern("\\b" + constant.get(null) + "\\b");
            }
        }
    }
}
