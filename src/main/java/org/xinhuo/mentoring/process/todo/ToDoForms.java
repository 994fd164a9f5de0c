package org.xinhuo.mentoring.process.todo;

import static org.xinhuo.engine.FormField.flag;
import static org.xinhuo.engine.FormField.text;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinhuo.engine.TaskForm;
import org.xinhuo.engine.TaskForms;
import org.xinhuo.engine.TaskView;
import org.xinhuo.mentoring.log.ToDo;
import org.xinhuo.mentoring.log.ToDoTexts;
import org.xinhuo.mentoring.log.ToDos;
import org.xinhuo.mentoring.process.stage.StageView;
import org.xinhuo.people.Employees;

/** What the tasks of a to-do take in and show. */
@Configuration(proxyBeanMethods = false)
class ToDoForms {

    private static final int LONGEST_REMARK = 1000;

    private final ToDos toDos;
    private final ToDoTexts texts;
    private final Employees employees;
    private final IdentityService identity;

    ToDoForms(ToDos toDos, ToDoTexts texts, Employees employees, IdentityService identity) {
        this.toDos = toDos;
        this.texts = texts;
        this.employees = employees;
        this.identity = identity;
    }

    @Bean
    TaskForms toDoTaskForms() {
        return () -> List.of(
                TaskForm.of(
                        ToDoModel.KEY,
                        ToDoModel.ANSWER_TO_DO,
                        flag(ToDoModel.ACCEPTED).keptInProcess(),
                        text("remark", LONGEST_REMARK).optional()),
                TaskForm.of(
                        ToDoModel.KEY,
                        ToDoModel.DO_TO_DO,
                        text("remark", LONGEST_REMARK).optional()));
    }

    @Bean
    TaskView answerToDoView() {
        return new StageView(ToDoModel.KEY, ToDoModel.ANSWER_TO_DO, this::show);
    }

    @Bean
    TaskView doToDoView() {
        return new StageView(ToDoModel.KEY, ToDoModel.DO_TO_DO, this::show);
    }

    private void show(String id, Map<String, Object> values) {
        ToDo toDo = toDos.get(id);
        if (mayRead(toDo)) {
            values.put("words", texts.of(toDo));
        }
        values.put("author", employees.get(toDo.authorId()).name());
        values.put("dueOn", toDo.dueOn().toString());
    }

    /** The words are the log's: whoever may see every task reads them there, where reading is written down. */
    private boolean mayRead(ToDo toDo) {
        Authentication acting = identity.getCurrentAuthentication();
        return acting == null
                || acting.getUserId() == null
                || List.of(toDo.ownerId(), toDo.authorId()).contains(acting.getUserId());
    }
}
