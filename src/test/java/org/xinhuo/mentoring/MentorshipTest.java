package org.xinhuo.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.base.Refusal;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class MentorshipTest {

    @Autowired
    TestCompany company;

    @Autowired
    OpenMentorship open;

    @Autowired
    PairMentor pair;

    @Autowired
    MoveMentorship move;

    @Autowired
    MarkMentor marks;

    @Autowired
    Mentorships mentorships;

    @Autowired
    Pairings pairings;

    @BeforeEach
    void people() {
        company.employee("zhao")
                .employee("mei", "Sales", "Consultant", "zhao")
                .employee("lan")
                .employee("han")
                .role("han", "hr")
                .employee("wang")
                .mentor("wang", 1, "logical");
    }

    @Test
    void goesTheWholeWay() {
        open.open("m1", "mei", "zhao");
        assertThat(pair.pair("m1", "wang")).isTrue();
        marks.mark("m1", 5);
        move.toPlanning("m1");
        move.toCoaching("m1");
        move.toEvaluating("m1");
        move.toPlanning("m1");
        move.toCoaching("m1");
        move.toEvaluating("m1");
        move.toGraduated("m1");
        Mentorship mentorship = mentorships.get("m1");
        assertThat(mentorship.state()).isEqualTo(Mentorship.State.GRADUATED);
        assertThat(mentorship.mentorId()).isEqualTo("wang");
        assertThat(mentorship.isOpen()).isFalse();
        assertThat(pairings.graduatedWith("Consultant")).containsEntry("wang", 1);
        assertThat(pairings.loads()).isEmpty();
    }

    @Test
    void aRematchFreesTheMentorsPlace() {
        open.open("m1", "mei", "han");
        pair.pair("m1", "wang");
        open.open("m2", "lan", "lan");
        assertThat(pair.pair("m2", "wang")).isFalse();
        move.toMatchingAgain("m1");
        assertThat(pair.pair("m2", "wang")).isTrue();
        assertThat(mentorships.get("m1").mentorId()).isNull();
        assertThat(pairings.earlierMentors("m1")).containsExactly("wang");
    }

    @Test
    void onlyTheMenteeTheManagerAndHrStart() {
        assertThatThrownBy(() -> open.open("m1", "mei", "lan"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        open.open("m1", "mei", "mei");
    }

    @Test
    void aMenteeIsInOneOpenMentorshipAtMost() {
        open.open("m1", "mei", null);
        assertThatThrownBy(() -> open.open("m2", "mei", null))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("mentoring.alreadyOpen"));
        move.toStopped("m1");
        open.open("m2", "mei", null);
    }

    @Test
    void aStageThatDoesNotFollowIsRefused() {
        open.open("m1", "mei", null);
        assertThatThrownBy(() -> move.toEvaluating("m1"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("mentoring.wrongState"));
        assertThatThrownBy(() -> marks.mark("m1", 5))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("mentoring.noMentorYet"));
    }
}
