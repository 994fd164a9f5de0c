package org.xinhuo.mentoring.web;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.plan.ExecutionRates;
import org.xinhuo.mentoring.plan.ExecutionRates.Period;
import org.xinhuo.mentoring.plan.ExecutionRates.Rate;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** Whose execution rates a person reads: HR, auditors and process owners all, a manager those of the own department. */
@Component
class ExecutionReaders {

    private static final Set<String> READ_ALL = Set.of("hr", "auditor", "process-owner", "camunda-admin");

    private final Groups groups;
    private final Employees employees;
    private final ExecutionRates rates;

    ExecutionReaders(Groups groups, Employees employees, ExecutionRates rates) {
        this.groups = groups;
        this.employees = employees;
        this.rates = rates;
    }

    boolean readsAll(String readerId) {
        return groups.of(readerId).stream().anyMatch(READ_ALL::contains);
    }

    /** @throws Refusal for who may read none */
    List<Rate> departments(String readerId, Period period) {
        if (readsAll(readerId)) {
            return rates.departments(period);
        }
        if (!groups.of(readerId).contains("manager")) {
            throw Refusal.forbidden("mentoring.plan.mayNotReadRates");
        }
        return List.of(rates.department(employees.get(readerId).department(), period));
    }

    /** @throws Refusal for who may not read all */
    Rate company(String readerId, Period period) {
        if (!readsAll(readerId)) {
            throw Refusal.forbidden("mentoring.plan.mayNotReadRates");
        }
        return rates.company(period);
    }
}
