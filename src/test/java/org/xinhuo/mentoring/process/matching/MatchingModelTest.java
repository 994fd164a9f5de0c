package org.xinhuo.mentoring.process.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MatchingModelTest {

    @Test
    void everyConstantStandsInTheModelOrItsForms() throws IOException, IllegalAccessException {
        StringBuilder drawn = new StringBuilder(Files.readString(Path.of("bpmn/matching.bpmn")));
        for (String form : new String[] {"choose-mentor", "accept-mentee", "assign-mentor"}) {
            drawn.append(Files.readString(Path.of("bpmn/forms/" + form + ".form")));
        }
        for (Field constant : MatchingModel.class.getDeclaredFields()) {
            if (constant.getType() == String.class) {
                assertThat(drawn.toString()).containsPattern("\\b" + constant.get(null) + "\\b");
            }
        }
    }
}
