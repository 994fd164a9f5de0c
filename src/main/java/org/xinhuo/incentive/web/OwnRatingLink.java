package org.xinhuo.incentive.web;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.xinhuo.incentive.rating.RatingLinks;

/** From the inbox to the reader's own link; to everything there is to rate where this share is not among it. */
@Controller
class OwnRatingLink {

    private final RatingLinks links;

    OwnRatingLink(RatingLinks links) {
        this.links = links;
    }

    @GetMapping("/ratings/{shareId}")
    String open(@PathVariable String shareId, Principal reader) {
        return links.token(shareId, reader.getName())
                .map(token -> "redirect:/r/" + token)
                .orElse("redirect:/ratings");
    }
}
