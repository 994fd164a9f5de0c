package org.xinhuo.engine;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstanceQuery;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoryServiceImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * The engine's history service; who works on a task may also look it up in the history while it is open. The REST
 * interface does that before every comment and attachment, and would tell the assignee that there is no such task.
 */
class OwnTaskHistory extends HistoryServiceImpl {

    @Override
    public HistoricTaskInstanceQuery createHistoricTaskInstanceQuery() {
        return new Tasks(commandExecutor);
    }

    private static final class Tasks extends HistoricTaskInstanceQueryImpl {

        private static final long serialVersionUID = 1L;

        Tasks(CommandExecutor executor) {
            super(executor);
        }

        @Override
        public long executeCount(CommandContext context) {
            return isOwn(context)
                    ? context.runWithoutAuthorization(() -> super.executeCount(context))
                    : super.executeCount(context);
        }

        @Override
        public List<HistoricTaskInstance> executeList(CommandContext context, Page page) {
            return isOwn(context)
                    ? context.runWithoutAuthorization(() -> super.executeList(context, page))
                    : super.executeList(context, page);
        }

        /** Only a query for one task, and only of who may work on it. */
        private boolean isOwn(CommandContext context) {
            if (taskId == null || context.getAuthentication() == null || queries.size() > 1) {
                return false;
            }
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task == null) {
                return false;
            }
            try {
                context.getProcessEngineConfiguration()
                        .getCommandCheckers()
                        .forEach(checker -> checker.checkTaskWork(task));
                return true;
            } catch (AuthorizationException notTheirs) {
                return false;
            }
        }
    }
}
