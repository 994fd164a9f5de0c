package org.xinhuo.incentive.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.rating.LiveRatings;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.people.Groups;

/** Ratings as they come, for the lecturer and HR; who gave them stands nowhere. */
@Controller
class LivePage {

    private final Shares shares;
    private final LiveRatings ratings;
    private final LiveStreams streams;
    private final Groups groups;

    LivePage(Shares shares, LiveRatings ratings, LiveStreams streams, Groups groups) {
        this.shares = shares;
        this.ratings = ratings;
        this.streams = streams;
        this.groups = groups;
    }

    @GetMapping("/shares/{id}/live")
    String page(@PathVariable String id, Principal reader, Model model) {
        Share share = readable(id, reader.getName());
        LiveRatings.Live live = ratings.one(id);
        model.addAllAttributes(Map.of("share", share, "live", live, "state", state(share, live)));
        return "incentive/live";
    }

    /** Nobody has closed what has not opened yet. */
    private static String state(Share share, LiveRatings.Live live) {
        if (live.open()) {
            return "open";
        }
        return share.ratingOpenedAt() == null && share.state() == Share.State.PLANNED ? "notYet" : "closed";
    }

    @GetMapping(path = "/shares/{id}/live/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(@PathVariable String id, Principal reader, HttpServletResponse response) {
        readable(id, reader.getName());
        // A proxy that collects before it passes on would make it anything but live.
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader("Cache-Control", "no-store");
        return streams.open(id, reader.getName());
    }

    private Share readable(String id, String reader) {
        Share share = shares.get(id);
        if (!share.lecturerId().equals(reader)) {
            Set<String> roles = groups.of(reader);
            if (!roles.contains("hr") && !roles.contains("camunda-admin")) {
                throw Refusal.forbidden("incentive.shareNotYours");
            }
        }
        return share;
    }
}
