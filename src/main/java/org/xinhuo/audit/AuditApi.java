package org.xinhuo.audit;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;

/** The auditor's stories for programs. */
@RestController
@RequestMapping("/api/audit")
class AuditApi {

    private static final int LARGEST_PAGE = 500;

    private final AuditRights rights;
    private final ProcessStories stories;
    private final ToldRefusals refusals;

    AuditApi(AuditRights rights, ProcessStories stories, ToldRefusals refusals) {
        this.rights = rights;
        this.stories = stories;
        this.refusals = refusals;
    }

    @GetMapping("/instances/{businessKey}")
    Story story(@PathVariable String businessKey, Principal principal, Locale locale) {
        rights.require(principal.getName());
        return stories.of(businessKey, principal.getName(), locale);
    }

    /** Everything that anybody was refused, the newest first; also what has no story, such as a private file. */
    @GetMapping("/refusals")
    List<Story.Refused> refusals(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit,
            Principal principal,
            Locale locale) {
        rights.require(principal.getName());
        if (offset < 0) {
            throw Refusal.invalid("offset", "base.wrongType", "offset");
        }
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Refusal.invalid("limit", "form.outOfRange", "limit", "1", String.valueOf(LARGEST_PAGE));
        }
        return refusals.newest(person.strip(), offset, limit, locale);
    }
}
