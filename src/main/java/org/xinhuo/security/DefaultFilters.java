package org.xinhuo.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists with which everybody finds his tasks in Tasklist; made once, then the administrator's to change. */
@Component
class DefaultFilters {

    private static final String MINE = "我的任务 · My tasks";
    private static final String MY_GROUPS = "我所在组的任务 · Group tasks";
    private static final String ALL = "全部任务 · All tasks";

    private final FilterService filters;
    private final TaskService tasks;

    DefaultFilters(ProcessEngine engine) {
        this.filters = engine.getFilterService();
        this.tasks = engine.getTaskService();
    }

    /** The filters that everybody may use, made where they are missing. */
    List<String> ids() {
        List<String> ids = new ArrayList<>();
        ids.add(filter(MINE, 0, "#3e7a5e", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}")));
        ids.add(filter(
                MY_GROUPS,
                10,
                "#b06a2c",
                tasks.createTaskQuery()
                        .taskCandidateGroupInExpression("${currentUserGroups()}")
                        .taskUnassigned()));
        ids.add(filter(ALL, 20, "#5b6b7f", tasks.createTaskQuery()));
        return ids;
    }

    private String filter(String name, int priority, String color, TaskQuery query) {
        Filter known = filters.createTaskFilterQuery().filterName(name).singleResult();
        if (known != null) {
            return known.getId();
        }
        Filter made = filters.newTaskFilter(name)
                .setQuery(query)
                .setProperties(Map.of("priority", priority, "color", color, "refresh", true));
        return filters.saveFilter(made).getId();
    }
}
