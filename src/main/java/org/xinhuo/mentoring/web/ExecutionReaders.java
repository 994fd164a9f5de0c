package org.xinhuo.mentoring.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.plan.ExecutionRates;
import org.xinhuo.mentoring.plan.ExecutionRates.PairRate;
import org.xinhuo.mentoring.plan.ExecutionRates.Period;
import org.xinhuo.mentoring.plan.ExecutionRates.Rate;
import org.xinhuo.mentoring.rights.CompanyAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Employees;

/** Whose execution rates a person reads, after the table of rights: all, or those of the own department. */
@Component
class ExecutionReaders {

    private final MentoringRights rights;
    private final Employees employees;
    private final ExecutionRates rates;
    private final MentoringReaders mentoringReaders;

    ExecutionReaders(
            MentoringRights rights, Employees employees, ExecutionRates rates, MentoringReaders mentoringReaders) {
        this.rights = rights;
        this.employees = employees;
        this.rates = rates;
        this.mentoringReaders = mentoringReaders;
    }

    boolean readsAll(String readerId) {
        return rights.may(readerId, CompanyAction.READ_EXECUTION_RATES);
    }

    /** @throws Refusal for who may read none */
    List<Rate> departments(String readerId, Period period) {
        if (readsAll(readerId)) {
            return rates.departments(period);
        }
        if (!rights.may(readerId, CompanyAction.READ_DEPARTMENT_RATES)) {
            throw Refusal.forbidden("mentoring.plan.mayNotReadRates");
        }
        return List.of(rates.department(employees.get(readerId).department(), period));
    }

    /** Pair by pair, for who reads every mentorship; nobody else sees more than sums. */
    List<PairRate> pairs(String readerId, Period period) {
        return readsAll(readerId) && mentoringReaders.readsAll(readerId) ? rates.pairs(period) : List.of();
    }

    /** @throws Refusal for who may not read all */
    Rate company(String readerId, Period period) {
        if (!readsAll(readerId)) {
            throw Refusal.forbidden("mentoring.plan.mayNotReadRates");
        }
        return rates.company(period);
    }
}
