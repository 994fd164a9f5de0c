package org.xinhuo.incentive.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinhuo.base.Problem;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.rating.RateByLink;
import org.xinhuo.incentive.rating.RateShare;
import org.xinhuo.incentive.rating.RatingLinks;

/**
 * What a personal link in a letter opens. To look changes nothing: programs that check mail follow every link in it. One
 * click on the page rates. There is no session and no script, and nobody is logged in by it.
 */
@Controller
@RequestMapping("/r/{token}")
class OneClickPage {

    /** Wrong links from one address before it has to wait; whole offices share an address, and forward old mail. */
    private static final int WRONG_LINKS = 50;

    private static final String VIEW = "incentive/one-click";

    private final RatingLinks links;
    private final RateByLink rateByLink;
    private final Texts texts;
    private final Guesses guesses = new Guesses(WRONG_LINKS);

    OneClickPage(RatingLinks links, RateByLink rateByLink, Texts texts) {
        this.links = links;
        this.rateByLink = rateByLink;
        this.texts = texts;
    }

    @GetMapping
    String look(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String score,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<RatingLinks.Link> link = about(token, request, response, model);
        Integer chosen = score(score);
        if (link.isPresent() && chosen != null) {
            model.addAttribute("chosen", chosen);
        }
        return VIEW;
    }

    /** Answers with the page itself: a redirect could only say what happened by way of a session. */
    @PostMapping
    String rate(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String score,
            @RequestParam(defaultValue = "") String comment,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<RatingLinks.Link> link = about(token, request, response, model);
        if (link.isEmpty() || !link.get().open()) {
            return VIEW;
        }
        Integer given = score(score);
        try {
            rateByLink.rate(token, given == null ? 0 : given, comment);
            model.addAttribute("given", given);
        } catch (Refusal refusal) {
            response.setStatus(Problem.status(refusal).value());
            model.addAttribute("refused", texts.sentence(refusal));
            model.addAttribute("typed", comment);
        }
        return VIEW;
    }

    private Optional<RatingLinks.Link> about(
            String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        // The address is a secret: it goes to no other site, into no index and into no cache.
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Optional<RatingLinks.Link> link = links.read(token);
        if (link.isEmpty()) {
            String address = request.getRemoteAddr();
            response.setStatus(
                    guesses.tooMany(address) ? HttpStatus.TOO_MANY_REQUESTS.value() : HttpStatus.NOT_FOUND.value());
            guesses.wrong(address);
        } else if (!link.get().open()) {
            response.setStatus(HttpStatus.GONE.value());
        }
        model.addAttribute("link", link.orElse(null));
        return link;
    }

    /** Null where it is no score. */
    private static @Nullable Integer score(String written) {
        if (!written.matches("\\d{1,2}")) {
            return null;
        }
        int score = Integer.parseInt(written);
        return score < RateShare.LOWEST || score > RateShare.HIGHEST ? null : score;
    }
}
