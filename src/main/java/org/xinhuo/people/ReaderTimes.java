package org.xinhuo.people;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Texts;

/** The time of day where a person is; the company's for somebody who is not in its list. */
@Component
public class ReaderTimes {

    private final Employees employees;
    private final CompanyTime company;
    private final Texts texts;

    ReaderTimes(Employees employees, CompanyTime company, Texts texts) {
        this.employees = employees;
        this.company = company;
        this.texts = texts;
    }

    public ReaderTime of(String personId, Locale locale) {
        return new ReaderTime(
                texts,
                locale,
                employees.findById(personId).map(Employee::timeZone).orElse(company.zone()),
                company.now());
    }
}
