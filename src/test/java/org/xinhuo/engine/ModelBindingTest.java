package org.xinhuo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.xinhuo.models.ModelFiles;
import org.xinhuo.testing.XinhuoTest;

/** What the models name exists in the application, and what their forms send is what the application takes in. */
@XinhuoTest
class ModelBindingTest {

    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"[$#]\\{\\s*(\\w+)\\s*}\"");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern CALL_ON = Pattern.compile("(?<![\\w.')])([a-zA-Z_]\\w*)\\.\\w+\\s*\\(");
    private static final Set<String> OF_THE_ENGINE = Set.of("execution", "task", "caseExecution");

    @Autowired
    ApplicationContext context;

    @Autowired
    ObjectProvider<TaskForms> declared;

    @Autowired
    MessageSource messages;

    @Test
    void everyBeanThatAModelNamesCanBeReached() throws Exception {
        ReachableBeans reachable = new ReachableBeans(context);
        SoftAssertions rule = new SoftAssertions();
        for (String name : ModelFiles.processes().keySet()) {
            String model = Files.readString(Path.of("bpmn", name + ".bpmn"));
            Set<String> beans = new TreeSet<>();
            Matcher delegates = DELEGATE.matcher(model);
            while (delegates.find()) {
                beans.add(delegates.group(1));
            }
            Matcher expressions = EXPRESSION.matcher(model);
            while (expressions.find()) {
                Matcher calls = CALL_ON.matcher(expressions.group(1));
                while (calls.find()) {
                    beans.add(calls.group(1));
                }
            }
            beans.removeAll(OF_THE_ENGINE);
            beans.forEach(bean -> rule.assertThat(reachable.containsKey(bean))
                    .as(name + ".bpmn names the bean " + bean)
                    .isTrue());
        }
        rule.assertAll();
    }

    @Test
    void everyFormSendsWhatItsTaskTakesIn() {
        Map<String, TaskForm> taken = new HashMap<>();
        declared.forEach(forms ->
                forms.taskForms().forEach(form -> taken.put(form.process() + "/" + form.task(), form)));
        Map<String, JsonNode> forms = ModelFiles.forms();
        SoftAssertions rule = new SoftAssertions();
        ModelFiles.processes().forEach((process, model) -> {
            for (UserTask task : model.getModelElementsByType(UserTask.class)) {
                String where = process + "/" + task.getId();
                TaskForm form = taken.remove(where);
                rule.assertThat(form)
                        .as("the fields of " + where + " are declared")
                        .isNotNull();
                JsonNode drawn = forms.get(task.getCamundaFormRef());
                if (form != null && drawn != null) {
                    rule.assertThat(sent(drawn.path("components"), ""))
                            .as("form " + task.getCamundaFormRef() + " of " + where)
                            .isEqualTo(names(form.fields(), ""));
                }
            }
        });
        taken.keySet().removeIf(where -> !ModelFiles.processes().containsKey(where.replaceFirst("/.*", "")));
        rule.assertThat(taken.keySet())
                .as("declared for tasks that no model has")
                .isEmpty();
        rule.assertAll();
    }

    @Test
    void everyTaskHasANameInBothLanguages() {
        SoftAssertions rule = new SoftAssertions();
        ModelFiles.processes().forEach((process, model) -> {
            for (UserTask task : model.getModelElementsByType(UserTask.class)) {
                String[] name = task.getName().split("\\R");
                String code = "task." + process + "." + task.getId();
                rule.assertThat(messages.getMessage(code, null, null, Locale.SIMPLIFIED_CHINESE))
                        .as(code + ", zh-CN, as in the model")
                        .isEqualTo(name[0].strip());
                rule.assertThat(messages.getMessage(code, null, null, Locale.ENGLISH))
                        .as(code + ", en, as in the model")
                        .isEqualTo(name[name.length - 1].strip());
            }
        });
        rule.assertAll();
    }

    @Test
    void everyFieldHasANameInBothLanguages() {
        SoftAssertions rule = new SoftAssertions();
        for (TaskForms forms : declared) {
            for (TaskForm form : forms.taskForms()) {
                for (String path : names(form.fields(), "")) {
                    String code = "field." + path.replaceFirst(".*\\.", "");
                    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                        rule.assertThat(messages.getMessage(code, null, null, locale))
                                .as(code + " of " + form.process() + "/" + form.task() + " in " + locale)
                                .isNotNull();
                    }
                }
            }
        }
        rule.assertAll();
    }

    @Test
    void everyViewIsOfATaskThatExists() {
        SoftAssertions rule = new SoftAssertions();
        context.getBeansOfType(TaskView.class).values().forEach(view -> {
            var model = ModelFiles.processes().get(view.process());
            if (model != null) {
                rule.assertThat((Object) model.getModelElementById(view.task()))
                        .as(view.process() + "/" + view.task())
                        .isInstanceOf(UserTask.class);
            }
        });
        rule.assertAll();
        assertThat(context.getBeansOfType(TaskView.class)).isNotNull();
    }

    private static Set<String> names(List<FormField> fields, String path) {
        Set<String> names = new TreeSet<>();
        for (FormField field : fields) {
            names.add(path + field.name());
            names.addAll(names(field.items(), path + field.name() + "."));
        }
        return names;
    }

    /** The keys that form-js sends: a disabled field shows something and is never sent. */
    private static Set<String> sent(JsonNode components, String path) {
        Set<String> keys = new TreeSet<>();
        for (JsonNode component : components) {
            if (component.hasNonNull("key") && !component.path("disabled").asBoolean()) {
                keys.add(path + component.path("key").asText());
            }
            String inside = component.path("path").asText();
            boolean list = component.path("type").asText().equals("dynamiclist");
            if (list) {
                keys.add(path + inside);
            }
            keys.addAll(sent(component.path("components"), inside.isEmpty() ? path : path + inside + "."));
        }
        return keys;
    }
}
