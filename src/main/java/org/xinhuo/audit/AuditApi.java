package org.xinhuo.audit;

import java.security.Principal;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The auditor's stories for programs. */
@RestController
@RequestMapping("/api/audit")
class AuditApi {

    private final AuditRights rights;
    private final ProcessStories stories;

    AuditApi(AuditRights rights, ProcessStories stories) {
        this.rights = rights;
        this.stories = stories;
    }

    @GetMapping("/instances/{businessKey}")
    Story story(@PathVariable String businessKey, Principal principal, Locale locale) {
        rights.require(principal.getName());
        return stories.of(businessKey, locale);
    }
}
