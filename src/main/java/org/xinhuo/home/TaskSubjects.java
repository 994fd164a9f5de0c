package org.xinhuo.home;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.inbox.OpenTask;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.log.ToDoTexts;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** Whom or what tasks are about: the other one of the pair, the title of the share, the words of the to-do. */
@Component
class TaskSubjects {

    /** Characters of a to-do. */
    private static final int WORDS = 40;

    private final Mentorships mentorships;
    private final Shares shares;
    private final ToDoTexts toDos;
    private final Employees employees;

    TaskSubjects(Mentorships mentorships, Shares shares, ToDoTexts toDos, Employees employees) {
        this.toDos = toDos;
        this.mentorships = mentorships;
        this.shares = shares;
        this.employees = employees;
    }

    /** By business key; what is about none of these is missing. Four queries, however many tasks. */
    @Transactional(readOnly = true)
    Map<String, String> of(Collection<OpenTask> tasks, String readerId) {
        Set<String> keys = keys(tasks);
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<String, String> subjects = new HashMap<>();
        List<Mentorship> pairs = mentorships.findByIdIn(keys);
        Map<String, String> names = names(pairs);
        for (Mentorship pair : pairs) {
            String other = pair.menteeId().equals(readerId) ? pair.mentorId() : pair.menteeId();
            if (other != null) {
                subjects.put(pair.id(), names.getOrDefault(other, other));
            }
        }
        shares.findByIdIn(keys).forEach(share -> subjects.put(share.id(), share.title()));
        subjects.putAll(toDos.excerpts(keys, WORDS));
        return subjects;
    }

    /** The business keys that are mentorships. */
    @Transactional(readOnly = true)
    Set<String> pairs(Collection<OpenTask> tasks) {
        return mentorships.findByIdIn(keys(tasks)).stream().map(Mentorship::id).collect(Collectors.toSet());
    }

    private static Set<String> keys(Collection<OpenTask> tasks) {
        return tasks.stream()
                .map(OpenTask::businessKey)
                .filter(key -> key != null)
                .collect(Collectors.toSet());
    }

    private Map<String, String> names(List<Mentorship> pairs) {
        Set<String> ids = new HashSet<>();
        for (Mentorship pair : pairs) {
            ids.add(pair.menteeId());
            if (pair.mentorId() != null) {
                ids.add(pair.mentorId());
            }
        }
        return employees.findAllById(ids).stream().collect(Collectors.toMap(Employee::id, Employee::name));
    }
}
