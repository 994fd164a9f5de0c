package org.xinhuo.mentoring.rights;

import java.io.File;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What the models of mentoring hold, so that what is added to them is asked about too. */
final class RightsModels {

    private static final List<BpmnModelInstance> MODELS = Stream.of(
                    "mentoring",
                    "matching",
                    "plan-negotiation",
                    "coaching",
                    "evaluation",
                    "to-do",
                    "cohort",
                    "cohort-withdrawal",
                    "departure")
            .map(process -> Bpmn.readModelFromFile(new File("bpmn/" + process + ".bpmn")))
            .toList();

    private RightsModels() {}

    /** The ids of the processes by their user tasks, as the table writes them. */
    static Map<String, String> userTasks() {
        Map<String, String> tasks = new TreeMap<>();
        for (BpmnModelInstance model : MODELS) {
            for (UserTask task : model.getModelElementsByType(UserTask.class)) {
                String process = model.getModelElementsByType(Process.class)
                        .iterator()
                        .next()
                        .getId();
                tasks.put(written(task.getId()), process + "/" + task.getId());
            }
        }
        return tasks;
    }

    /** chooseMentor is choose-mentor. */
    private static String written(String id) {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Everything that an expression of theirs may ask for, with a value that will do. */
    static Map<String, Object> variables(String menteeId, String mentorId, Date later) {
        Map<String, Object> variables = new HashMap<>(Map.of("menteeId", menteeId, "mentorId", mentorId));
        for (BpmnModelInstance model : MODELS) {
            Matcher instants = Pattern.compile("\\$\\{(\\w+At)}").matcher(Bpmn.convertToString(model));
            while (instants.find()) {
                variables.put(instants.group(1), later);
            }
        }
        return variables;
    }

    /** The names of all messages that one of them waits for. */
    static Set<String> messages() {
        return MODELS.stream()
                .map(model -> model.getModelElementsByType(Message.class))
                .flatMap(Collection::stream)
                .map(Message::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
