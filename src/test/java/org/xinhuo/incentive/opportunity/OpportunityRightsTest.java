package org.xinhuo.incentive.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.xinhuo.base.RightsFile;
import org.xinhuo.inbox.OpenTask;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** Each cell of the table of rights, asked as somebody who is in that role. */
@XinhuoTest
class OpportunityRightsTest {

    @Autowired
    private TestCompany company;

    @Autowired
    private OpportunityRights rights;

    @Autowired
    private OpportunitySubjects subjects;

    @Autowired
    private MessageSource messages;

    private final Map<String, Set<String>> allowed =
            RightsFile.read("/rights/opportunity.csv", OpportunityRights.ROLES).stream()
                    .collect(Collectors.toMap(RightsFile.Row::action, RightsFile.Row::allowed));

    /** Who is somebody, and what that makes him. */
    private final Map<String, Set<String>> people = Map.of(
            "mei", Set.of("employee"),
            "boss", Set.of("employee", "manager"),
            "sun", Set.of("employee", "lecturer"),
            "zhou", Set.of("employee", "lecturer", "qualified"),
            "wang", Set.of("employee", "lecturer", "qualified", "entitled"),
            "li", Set.of("employee", "lecturer", "applicant"),
            "han", Set.of("employee", "hr"),
            "qin", Set.of("employee", "process-owner"),
            "shen", Set.of("employee", "auditor"),
            "root", Set.of("employee", "camunda-admin"));

    @BeforeEach
    void oneInEveryRole() {
        company.employee("boss").employee("mei", "Sales", "Consultant", "boss");
        company.employee("sun").lecturer("sun", "default").employee("li").lecturer("li", "default");
        company.employee("wang").lecturer("wang", "default").confirmedMonth("wang", "2026-01", "excellent");
        company.employee("zhou").lecturer("zhou", "default").confirmedMonth("zhou", "2026-01", "good");
        company.employee("han").role("han", "hr").employee("qin").role("qin", "process-owner");
        company.employee("shen").role("shen", "auditor").employee("root").role("root", "camunda-admin");
        Timestamp any = Timestamp.from(Instant.parse("2026-01-01T00:00:00Z"));
        company.write(
                "insert into training_offer (id, title, places, apply_until, state, published_at, remind_at, confirm_by,"
                        + " close_at, terms_version) values ('t1', 'x', 1, ?, 'OPEN', ?, ?, ?, ?, 1)",
                any,
                any,
                any,
                any,
                any);
        applied("li");
    }

    @Test
    void everyCellIsKept() {
        people.forEach((person, roles) -> List.of(OpportunityAction.values())
                .forEach(action -> assertThat(rights.may(person, action, "t1"))
                        .as(person + " " + action)
                        .isEqualTo(allowed.get(action.code()).stream().anyMatch(roles::contains))));
    }

    @Test
    void whoWorksInHrAndHasAppliedHasNoPartInGivingThePlaces() {
        List<OpportunityAction> gives = List.of(
                OpportunityAction.CONFIRM_PLACES, OpportunityAction.WITHDRAW_OTHERS, OpportunityAction.CALL_OFF);
        assertThat(gives)
                .allSatisfy(
                        action -> assertThat(rights.may("han", action, "t1")).isTrue());
        applied("han");
        assertThat(gives)
                .allSatisfy(
                        action -> assertThat(rights.may("han", action, "t1")).isFalse());
        // An application can be made again, and so one that was withdrawn counts here.
        company.write("update training_application set state = 'WITHDRAWN' where lecturer_id = 'han'");
        assertThat(gives)
                .allSatisfy(
                        action -> assertThat(rights.may("han", action, "t1")).isFalse());
    }

    @Test
    void whoHasLeftMayNothing() {
        company.left("wang").left("han");
        Set<OpportunityAction> may = new HashSet<>(List.of(OpportunityAction.values()));
        may.removeIf(action -> !rights.may("wang", action, "t1") && !rights.may("han", action, "t1"));
        assertThat(may).isEmpty();
    }

    @Test
    void everyActionHasANameInTheAudit() {
        assertThat(allowed).hasSize(OpportunityAction.values().length);
        for (String action : allowed.keySet()) {
            String code = "audit.refusal.action.opportunity-" + action;
            for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                assertThat(messages.getMessage(code, null, "", locale))
                        .as(code + " " + locale)
                        .isNotEmpty();
            }
            assertThat(messages.getMessage(code, null, Locale.ENGLISH))
                    .as(code)
                    .isNotEqualTo(messages.getMessage(code, null, Locale.SIMPLIFIED_CHINESE));
        }
    }

    @Test
    void theLineOfATaskSaysWhatItIsAbout() {
        Instant any = Instant.parse("2026-01-01T00:00:00Z");
        company.write(
                "insert into mentoring_offer (id, mentor_id, mentee_id, state, made_at, due_at, remind_at, rule_version,"
                        + " right_version) values ('m1', 'wang', 'sun', 'OPEN', ?, ?, ?, 1, 1)",
                Timestamp.from(any),
                Timestamp.from(any),
                Timestamp.from(any));
        assertThat(subjects.of(
                        List.of(
                                new OpenTask("1", "training-offer", "applyForTraining", "a", "t1", "wang", any),
                                new OpenTask("2", "lecturer-mentoring", "acceptMentoringOffer", "b", "m1", "sun", any)),
                        "wang",
                        Locale.ENGLISH))
                .isEqualTo(Map.of("t1", "x", "m1", "员工wang"));
    }

    private void applied(String person) {
        company.write(
                "insert into training_application (offer_id, lecturer_id, reason, applied_at, state,"
                        + " eligibility_version) values ('t1', ?, 'x', now(), 'APPLIED', 1)",
                person);
    }
}
