package org.xinhuo.incentive.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import org.xinhuo.incentive.invitation.CalendarFeeds;

/** A person's calendar for programs that cannot log in; whoever knows the secret address reads it. */
@Controller
class CalendarFeedController {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int LONGEST_SECRET = 100;

    /** Wrong addresses from one place before it has to wait; calendars go on asking for one that was given up. */
    private static final int WRONG_ADDRESSES = 50;

    private final CalendarFeeds feeds;
    private final Guesses guesses = new Guesses(WRONG_ADDRESSES);

    CalendarFeedController(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String secret, HttpServletRequest caller, WebRequest request) {
        Optional<CalendarFeeds.Feed> found = secret.length() > LONGEST_SECRET ? Optional.empty() : feeds.read(secret);
        if (found.isEmpty()) {
            String address = caller.getRemoteAddr();
            HttpStatus status = guesses.tooMany(address) ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.NOT_FOUND;
            guesses.wrong(address);
            return ResponseEntity.status(status).build();
        }
        CalendarFeeds.Feed feed = found.get();
        String tag = "\"" + feed.tag() + "\"";
        CacheControl caching = CacheControl.maxAge(FRESH).cachePrivate();
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(304).cacheControl(caching).eTag(tag).build();
        }
        return ResponseEntity.ok()
                .cacheControl(caching)
                .eTag(tag)
                .header("X-Robots-Tag", "noindex")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"xinhuo.ics\"")
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .body(feed.text().getBytes(StandardCharsets.UTF_8));
    }
}
