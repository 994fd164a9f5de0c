package org.xinhuo.mentoring.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MentoringModelTest {

    @Test
    void everyConstantStandsInTheModelOrItsForms() throws IOException, IllegalAccessException {
        StringBuilder drawn = new StringBuilder(Files.readString(Path.of("bpmn/mentoring.bpmn")));
        for (String form : new String[] {"mentoring-start"}) {
            drawn.append(Files.readString(Path.of("bpmn/forms/" + form + ".form")));
        }
        for (Field constant : MentoringModel.class.getDeclaredFields()) {
            if (constant.getType() == String.class) {
                assertThat(drawn.toString()).containsPattern("\\b" + constant.get(null) + "\\b");
            }
        }
    }
}
