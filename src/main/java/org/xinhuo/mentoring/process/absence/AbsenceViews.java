package org.xinhuo.mentoring.process.absence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinhuo.engine.TaskView;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.process.stage.StageView;
import org.xinhuo.people.Employees;

/** What the form of the one task about absence shows. */
@Configuration(proxyBeanMethods = false)
class AbsenceViews {

    @Bean
    TaskView sayHowItGoesView(Mentorships mentorships, Employees employees) {
        return new StageView(AbsenceModel.KEY, AbsenceModel.SAY_HOW_IT_GOES, (id, values) -> {
            Mentorship mentorship = mentorships.get(id);
            values.put("mentee", employees.get(mentorship.menteeId()).name());
            values.put("mentor", employees.get(mentorship.mentor()).name());
        });
    }
}
