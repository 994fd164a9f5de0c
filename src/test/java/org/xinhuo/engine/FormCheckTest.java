package org.xinhuo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinhuo.base.Refusal;

class FormCheckTest {

    private final FormCheck check = new FormCheck(ZoneId.of("Asia/Shanghai"), new ObjectMapper());

    private FormInput input(FormField field, Object value) {
        return check.check(List.of(field), Collections.singletonMap(field.name(), value), "mei");
    }

    private static void refused(String code, String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }

    @Test
    void aFieldThatTheFormDoesNotHaveIsRefused() {
        refused(
                "form.unknownField",
                "menteeId",
                () -> check.check(
                        List.of(FormField.text("needs", 10)), Map.of("needs", "x", "menteeId", "other"), "mei"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void anEmptyTextIsAMissingOne(String empty) {
        refused("form.required", "needs", () -> input(FormField.text("needs", 10), empty));
        assertThat(input(FormField.text("needs", 10).optional(), empty).has("needs"))
                .isFalse();
    }

    @Test
    void nullIsAMissingValue() {
        refused("form.required", "agreed", () -> input(FormField.flag("agreed"), null));
    }

    @Test
    void aTextKeepsItsWordsAndLosesItsMargins() {
        assertThat(input(FormField.text("needs", 10), "  复购率 ").text("needs")).isEqualTo("复购率");
        refused("form.tooLong", "needs", () -> input(FormField.text("needs", 3), "四个字了"));
        refused("form.notAText", "needs", () -> input(FormField.text("needs", 10), List.of("x")));
        refused("form.notAText", "needs", () -> input(FormField.text("needs", 10), "a\0b"));
        assertThat(input(FormField.text("needs", 10), "[1]").text("needs")).isEqualTo("[1]");
    }

    @Test
    void aChoiceIsOneOfItsOptions() {
        FormField next = FormField.choice("nextStep", "graduate", "continue");
        assertThat(input(next, "graduate").text("nextStep")).isEqualTo("graduate");
        refused("form.notOneOf", "nextStep", () -> input(next, "Graduate"));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "600,600", "45.0,45", "4.5e1,45"})
    void wholeNumbersMayComeAsText(String written, int expected) {
        assertThat(input(FormField.integer("minutes", 1, 600), written).integer("minutes"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0,form.outOfRange",
        "601,form.outOfRange",
        "1e999999999,form.notANumber",
        "0E-999999999,form.notANumber",
        "7.5,form.notAnInteger",
        "ten,form.notANumber",
        "NaN,form.notANumber",
        "1111111111111111111111111111111111111111111111,form.notANumber"
    })
    void otherNumbersAreRefused(String written, String code) {
        refused(code, "minutes", () -> input(FormField.integer("minutes", 1, 600), written));
    }

    @Test
    void aDecimalNumberKeepsItsPlaces() {
        assertThat(input(FormField.number("level", 0, 5), 3.5).number("level"))
                .isEqualByComparingTo(new BigDecimal("3.5"));
        refused("form.outOfRange", "level", () -> input(FormField.number("level", 0, 5), 7));
        refused("form.notANumber", "level", () -> input(FormField.number("level", 0, 5), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-2-1", "tomorrow", "20260101", "+12026-01-01", "0001-01-01"})
    void daysThatNoCalendarHasAreRefused(String written) {
        refused("form.notADate", "endOn", () -> input(FormField.date("endOn"), written));
    }

    @Test
    void aDayIsADay() {
        assertThat(input(FormField.date("endOn"), "2028-02-29").date("endOn")).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-31T14:00:00+08:00,2026-03-31T06:00:00Z",
        "2026-03-31T14:00:00.000+0800,2026-03-31T06:00:00Z",
        "2026-03-31T06:00:00Z,2026-03-31T06:00:00Z",
        "2026-03-31T14:00,2026-03-31T06:00:00Z"
    })
    void anInstantWithoutAnOffsetIsMeantInTheCompanysZone(String written, Instant expected) {
        assertThat(input(FormField.instant("heldAt"), written).instant("heldAt"))
                .isEqualTo(expected);
    }

    @Test
    void aListIsCheckedEntryByEntryAndSaysWhere() {
        FormField goals = FormField.list(
                "goals",
                1,
                3,
                FormField.text("competency", 50),
                FormField.list("actions", 1, 5, FormField.text("title", 50), FormField.date("dueOn")));
        String good = "[{\"competency\":\"需求分析\",\"actions\":[{\"title\":\"读\",\"dueOn\":\"2026-03-31\"}]}]";
        FormInput goal = input(goals, good).list("goals").get(0);
        assertThat(goal.text("competency")).isEqualTo("需求分析");
        assertThat(goal.list("actions").get(0).date("dueOn")).isEqualTo(LocalDate.of(2026, 3, 31));

        refused("form.notADate", "goals[1].actions[1].dueOn", () -> input(goals, good.replace("03-31", "02-30")));
        refused("form.unknownField", "goals[1].owner", () -> input(goals, good.replace("competency\"", "owner\"")));
        refused("form.listSize", "goals", () -> input(goals, "[]"));
        refused("form.notAnEntry", "goals[1]", () -> input(goals, "[1]"));
        refused("form.notAList", "goals", () -> input(goals, "{\"competency\":1}"));
        refused("form.notAList", "goals", () -> input(goals, "[not json]"));
    }
}
