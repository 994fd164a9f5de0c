package org.xinhuo.home;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.rating.RateShare;
import org.xinhuo.incentive.rating.Ratings;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.ReaderTimes;

/** One click rates a share; learners have no task in Tasklist for it, because ratings are rows. */
@Controller
class RatingPage {

    private final Ratings ratings;
    private final RateShare rateShare;
    private final Employees employees;
    private final ReaderTimes times;
    private final CompanyTime company;
    private final Texts texts;

    RatingPage(
            Ratings ratings,
            RateShare rateShare,
            Employees employees,
            ReaderTimes times,
            CompanyTime company,
            Texts texts) {
        this.ratings = ratings;
        this.rateShare = rateShare;
        this.employees = employees;
        this.times = times;
        this.company = company;
        this.texts = texts;
    }

    /**
     * A share to rate.
     *
     * @param given the reader's own score so far, or null
     */
    record Line(
            String id,
            String title,
            String lecturer,
            String heldAt,
            String closesIn,
            @Nullable Integer given,
            @Nullable String comment) {}

    @GetMapping("/ratings")
    String toRate(Principal principal, Locale locale, Model model) {
        String person = principal.getName();
        ReaderTime time = times.of(person, locale);
        List<Ratings.Open> open = ratings.openFor(person, company.now());
        Map<String, String> names =
                employees
                        .findAllById(open.stream().map(Ratings.Open::lecturerId).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Employee::id, Employee::name));
        model.addAttribute(
                "shares",
                open.stream().map(share -> line(share, person, names, time)).toList());
        return "ratings";
    }

    @PostMapping("/ratings/{shareId}")
    String rate(
            @PathVariable String shareId,
            @RequestParam int score,
            @RequestParam(defaultValue = "") String comment,
            Principal principal,
            Locale locale,
            RedirectAttributes after) {
        rateShare.rate(shareId, principal.getName(), score, comment);
        after.addFlashAttribute("said", texts.text(locale, "home.rating.thanks", score));
        return "redirect:/ratings";
    }

    private Line line(Ratings.Open share, String person, Map<String, String> names, ReaderTime time) {
        String comment = share.score() == null
                ? null
                : ratings.given(share.shareId(), person)
                        .map(Ratings.Given::comment)
                        .orElse(null);
        return new Line(
                share.shareId(),
                share.title(),
                names.getOrDefault(share.lecturerId(), share.lecturerId()),
                time.moment(share.startsAt()),
                time.relative(share.closesAt()),
                share.score(),
                comment);
    }
}
