package org.xinhuo.incentive.process.conversion;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.conversion.ApplicationCase;
import org.xinhuo.incentive.conversion.ApplicationCases;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.people.Employees;

/** What the form of an answer shows of the case. */
@Component
class CaseWords {

    private static final String NONE = "—";

    private final ApplicationCases cases;
    private final Shares shares;
    private final Employees employees;

    CaseWords(ApplicationCases cases, Shares shares, Employees employees) {
        this.cases = cases;
        this.shares = shares;
        this.employees = employees;
    }

    Map<String, Object> of(String caseId) {
        ApplicationCase waiting = cases.newest(caseId);
        Map<String, Object> values = new HashMap<>();
        values.put("learner", employees.get(waiting.learnerId()).name());
        values.put("shareTitle", shares.get(waiting.shareId()).title());
        values.put("situation", waiting.story().situation());
        values.put("action", waiting.story().action());
        values.put("result", waiting.story().result());
        values.put("effect", Objects.requireNonNullElse(waiting.story().effect(), NONE));
        values.put("fileName", waiting.resourceId() == null ? NONE : "/library/" + waiting.resourceId());
        return values;
    }
}
