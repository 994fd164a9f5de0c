package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionedPeopleTest {

    private static final Map<String, String> OFFERED =
            Map.of("wang", "王磊", "wanglei", "王磊明", "li", "Li Na", "han", "韩雪");

    @ParameterizedTest
    @CsvSource({
        "'@王磊 请看', wang",
        "'请＠王磊看', wang",
        "'@王磊明 请看', wanglei",
        "'@han看一下', han",
        "'@li na: look', li",
        "'@li, look', li",
        "'@lina', ''",
        "'mail a@b.c', ''",
        "'@', ''",
        "'@@韩雪@韩雪', han",
        "'@韩雪 @王磊', 'han,wang'"
    })
    void anAtAndANameMeanSomebody(String text, String ids) {
        assertThat(String.join(",", MentionedPeople.in(text, OFFERED))).isEqualTo(ids);
    }

    @Test
    void ofTwoWithOneNameTheIdTellsWhoIsMeant() {
        assertThat(MentionedPeople.named(Map.of("a", "王磊", "b", "王磊", "c", "韩雪")))
                .extracting(MentionedPeople.Person::handle)
                .containsExactlyInAnyOrder("a", "b", "韩雪");
    }
}
