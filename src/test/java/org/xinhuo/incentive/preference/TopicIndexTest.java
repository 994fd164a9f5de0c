package org.xinhuo.incentive.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xinhuo.people.CompetencyNames;

class TopicIndexTest {

    @Test
    void findsWhatALookAtEachTopicFinds() {
        Random random = new Random(17);
        List<TopicTally> topics = Stream.concat(
                        Stream.of("谈", "谈判", "C", "Go 语言", "sales", "谈判技巧", "a", "ab"),
                        Stream.generate(() -> word(random)).limit(60))
                .map(topic -> new TopicTally(topic, false))
                .toList();
        TopicIndex index = new TopicIndex(topics);

        for (int n = 0; n < 500; n++) {
            String text = CompetencyNames.plain(word(random) + word(random) + word(random) + " sales 谈判");
            assertThat(index.namedIn(text))
                    .as(text)
                    .containsExactlyInAnyOrderElementsOf(topics.stream()
                            .filter(topic -> topic.isNamedIn(text))
                            .toList());
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int length = 1 + random.nextInt(3); length > 0; length--) {
            word.append("谈判法语ab c".charAt(random.nextInt(8)));
        }
        return word.toString().isBlank() ? "谈" : word.toString();
    }
}
