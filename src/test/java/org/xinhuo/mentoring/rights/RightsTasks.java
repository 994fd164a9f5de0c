package org.xinhuo.mentoring.rights;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.camunda.bpm.engine.task.Task;
import org.xinhuo.mentoring.log.WriteMessage;
import org.xinhuo.mentoring.process.stage.StageStory;

/** One open task of each user task that a model of mentoring has, all of one mentee and her mentor. */
final class RightsTasks {

    private final RightsWorld world;

    RightsTasks(RightsWorld world) {
        this.world = world;
    }

    /** By the name of the task as the table writes it, its id. */
    Map<String, String> start() {
        Map<String, String> waiting = new TreeMap<>();
        RightsModels.userTasks().forEach((name, place) -> {
            String process = place.substring(0, place.indexOf('/'));
            String task = place.substring(place.indexOf('/') + 1);
            waiting.put(name, process.equals("to-do") ? toDo(task) : begin(process, task));
        });
        return waiting;
    }

    private String begin(String process, String task) {
        RuntimeService runtime = world.engine.getRuntimeService();
        ProcessInstanceWithVariables instance = runtime.createProcessInstanceByKey(process)
                .businessKey(RightsWorld.TASKS)
                .setVariables(
                        RightsModels.variables("an", mentor(task), Date.from(StageStory.NOON.plus(Duration.ofDays(9)))))
                .startBeforeActivity(task.equals("sayHowItGoes") ? task + "#multiInstanceBody" : task)
                .executeWithVariablesInReturn();
        return world.engine.getTaskService().createTaskQuery().processInstanceId(instance.getId()).list().stream()
                .filter(open -> open.getTaskDefinitionKey().equals(task))
                // Both are asked how it goes; hers comes first.
                .min(Comparator.comparing(open -> String.valueOf(open.getAssignee())))
                .map(Task::getId)
                .orElseThrow();
    }

    /** Whoever is asked is not the mentor yet. */
    private static String mentor(String task) {
        return task.equals("acceptMentee") ? "bo" : "wang";
    }

    /** Her own is to be done; the one that her mentor writes for her is to be answered. */
    private String toDo(String task) {
        String author = task.equals("doToDo") ? "an" : "wang";
        world.write(
                author,
                new WriteMessage.Message(
                        "Call " + task, null, new WriteMessage.Wish("an", LocalDate.of(2026, 3, 20)), List.of()));
        return world
                .engine
                .getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(task)
                .taskAssignee("an")
                .list()
                .stream()
                .findFirst()
                .map(Task::getId)
                .orElseThrow();
    }
}
