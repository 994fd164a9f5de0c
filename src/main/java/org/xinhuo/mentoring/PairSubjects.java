package org.xinhuo.mentoring;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.inbox.OpenTask;
import org.xinhuo.inbox.TaskSubjects;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** The other one of a pair; of somebody else's, its mentee. */
@Component
class PairSubjects implements TaskSubjects {

    private final Mentorships mentorships;
    private final Employees employees;

    PairSubjects(Mentorships mentorships, Employees employees) {
        this.mentorships = mentorships;
        this.employees = employees;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> of(Collection<OpenTask> tasks, String readerId, Locale locale) {
        Set<String> keys = tasks.stream()
                .map(OpenTask::businessKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Mentorship> pairs = keys.isEmpty() ? List.of() : mentorships.findByIdIn(keys);
        Map<String, String> names = names(pairs);
        Map<String, String> subjects = new HashMap<>();
        for (Mentorship pair : pairs) {
            String other = pair.menteeId().equals(readerId) ? pair.mentorId() : pair.menteeId();
            if (other != null) {
                subjects.put(pair.id(), names.getOrDefault(other, other));
            }
        }
        return subjects;
    }

    private Map<String, String> names(List<Mentorship> pairs) {
        Set<String> ids = pairs.stream()
                .flatMap(pair -> Stream.of(pair.menteeId(), pair.mentorId()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return employees.findAllById(ids).stream().collect(Collectors.toMap(Employee::id, Employee::name));
    }
}
