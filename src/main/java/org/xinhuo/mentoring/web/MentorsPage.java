package org.xinhuo.mentoring.web;

import java.math.BigDecimal;
import java.security.Principal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.matching.Recommendation;
import org.xinhuo.mentoring.matching.ShowRecommendations;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Mentor;
import org.xinhuo.people.Mentors;

/** The recommended mentors of a mentorship that looks for one: who they are, and each factor's points in words. */
@Controller
class MentorsPage {

    private final MentorshipFrame frame;
    private final ShowRecommendations recommendations;
    private final Employees employees;
    private final Mentors mentors;

    MentorsPage(MentorshipFrame frame, ShowRecommendations recommendations, Employees employees, Mentors mentors) {
        this.frame = frame;
        this.recommendations = recommendations;
        this.employees = employees;
        this.mentors = mentors;
    }

    /** One of them; the score of a hundred, as the reader writes numbers. */
    record Recommended(
            int rank,
            String name,
            String department,
            @Nullable String introduction,
            String score,
            List<String> reasons) {}

    @GetMapping("/mentorships/{id}/mentors")
    String mentors(@PathVariable String id, Principal principal, Locale locale, Model model) {
        Mentorship mentorship = frame.show(id, MentorshipTab.OVERVIEW, principal, locale, model);
        boolean looksForOne = mentorship.state() == Mentorship.State.MATCHING;
        List<Recommendation> found =
                looksForOne ? recommendations.of(mentorship.menteeId(), principal.getName()) : List.of();
        Map<String, Employee> people =
                employees
                        .findAllById(
                                found.stream().map(Recommendation::mentorId).toList())
                        .stream()
                        .collect(Collectors.toMap(Employee::id, Function.identity()));
        model.addAttribute("mayChoose", looksForOne && mentorship.menteeId().equals(principal.getName()));
        model.addAttribute(
                "recommended",
                found.stream()
                        .filter(one -> people.containsKey(one.mentorId()))
                        .map(one -> shown(one, people, locale))
                        .toList());
        return "mentoring/mentors";
    }

    private Recommended shown(Recommendation one, Map<String, Employee> people, Locale locale) {
        Employee mentor = Objects.requireNonNull(people.get(one.mentorId()));
        NumberFormat number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(1);
        return new Recommended(
                one.rank(),
                mentor.name(),
                mentor.department(),
                mentors.findById(one.mentorId()).map(Mentor::introduction).orElse(null),
                number.format(one.score().multiply(BigDecimal.valueOf(100))),
                one.reasons());
    }
}
