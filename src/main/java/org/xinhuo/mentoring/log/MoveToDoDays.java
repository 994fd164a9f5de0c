package org.xinhuo.mentoring.log;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.MovedDates;

/** After a pause the days of to-dos lie later by the days that it stood still; what was late is as late as it was. */
@Component
class MoveToDoDays implements MovedDates {

    private final ToDos toDos;
    private final CompanyTime time;

    MoveToDoDays(ToDos toDos, CompanyTime time) {
        this.toDos = toDos;
        this.time = time;
    }

    @Override
    @Transactional
    public void move(String mentorshipId, StoodStill pause) {
        for (ToDo toDo : toDos.findByMentorshipIdAndClosedAtIsNullOrderByDueOnAscIdAsc(mentorshipId)) {
            if (!toDo.dueOn().isBefore(pause.pausedOn())) {
                toDo.moveBy(pause.resumedOn().toEpochDay()
                        - stoodStillFrom(toDo, pause).toEpochDay());
                toDos.saveAndFlush(toDo);
            }
        }
    }

    /** One that was written during the pause has stood still since. */
    private LocalDate stoodStillFrom(ToDo toDo, StoodStill pause) {
        return toDo.createdAt().isAfter(pause.pausedAt())
                ? toDo.createdAt().atZone(time.zone()).toLocalDate()
                : pause.pausedOn();
    }
}
