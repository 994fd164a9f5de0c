package org.xinhuo.incentive.web;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.template.Outlines;

/** Outlines by topic over HTTP: everybody may read them; HR, process owners and administrators keep them. */
@RestController
class OutlinesApi {

    private final Outlines outlines;

    OutlinesApi(Outlines outlines) {
        this.outlines = outlines;
    }

    /** @param version which the editor has read; 0 or left out for a new one */
    record OutlineRequest(
            @Nullable String outline,
            @Nullable String cases,
            @Nullable Integer version) {}

    @GetMapping("/api/outlines")
    List<Outlines.Outline> all() {
        return outlines.all();
    }

    @PutMapping("/api/outlines/{topic}")
    Outlines.Outline keep(@PathVariable String topic, @RequestBody OutlineRequest body, Principal editor) {
        Integer version = body.version();
        outlines.keep(topic, body.outline(), body.cases(), version == null ? 0 : version, editor.getName());
        return outlines.find(topic.strip()).orElseThrow(() -> Refusal.notFound("content.outline.unknown", topic));
    }

    @DeleteMapping("/api/outlines/{topic}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String topic, Principal editor) {
        outlines.remove(topic, editor.getName());
    }
}
