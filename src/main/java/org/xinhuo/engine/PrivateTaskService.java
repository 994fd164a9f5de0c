package org.xinhuo.engine;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;

/**
 * The engine's task service where its own permissions are too wide. A candidate takes a task for himself and nobody
 * else, gives it back only where others can take it, and what people wrote or attached to a task is for those who may
 * read that task; the engine asks nobody there.
 */
class PrivateTaskService extends TaskServiceImpl {

    @Override
    public void claim(String taskId, @Nullable String userId) {
        Authentication who = caller();
        if (who == null || isAdministrator(who)) {
            super.claim(taskId, userId);
        } else if (userId == null) {
            giveBack(taskId, who);
        } else if (userId.equals(who.getUserId())) {
            super.claim(taskId, userId);
        } else {
            throw notAllowed(who, taskId);
        }
    }

    @Override
    public void setAssignee(String taskId, @Nullable String userId) {
        Authentication who = caller();
        if (who == null || userId != null || isAdministrator(who) || isOurOwnDoing()) {
            super.setAssignee(taskId, userId);
        } else {
            giveBack(taskId, who);
        }
    }

    /** The engine refuses to delete a task of a running process, to everybody alike, before it asks who it is. */
    @Override
    public void deleteTask(String taskId) {
        administratorsOnly(taskId);
        super.deleteTask(taskId);
    }

    @Override
    public void deleteTask(String taskId, boolean cascade) {
        administratorsOnly(taskId);
        super.deleteTask(taskId, cascade);
    }

    @Override
    public void deleteTask(String taskId, String deleteReason) {
        administratorsOnly(taskId);
        super.deleteTask(taskId, deleteReason);
    }

    @Override
    public void deleteTasks(Collection<String> taskIds) {
        administratorsOnly(String.join(", ", taskIds));
        super.deleteTasks(taskIds);
    }

    @Override
    public void deleteTasks(Collection<String> taskIds, boolean cascade) {
        administratorsOnly(String.join(", ", taskIds));
        super.deleteTasks(taskIds, cascade);
    }

    @Override
    public void deleteTasks(Collection<String> taskIds, String deleteReason) {
        administratorsOnly(String.join(", ", taskIds));
        super.deleteTasks(taskIds, deleteReason);
    }

    @Override
    public Comment createComment(String taskId, String processInstance, String message) {
        mayWrite(taskId, processInstance);
        return super.createComment(taskId, processInstance, message);
    }

    @Override
    public void addComment(String taskId, String processInstance, String message) {
        mayWrite(taskId, processInstance);
        super.addComment(taskId, processInstance, message);
    }

    @Override
    public List<Comment> getTaskComments(String taskId) {
        mayRead(taskId);
        return super.getTaskComments(taskId);
    }

    @Override
    public Comment getTaskComment(String taskId, String commentId) {
        mayRead(taskId);
        return super.getTaskComment(taskId, commentId);
    }

    @Override
    public List<Comment> getProcessInstanceComments(String processInstanceId) {
        administratorsOnly(processInstanceId);
        return super.getProcessInstanceComments(processInstanceId);
    }

    @Override
    public Attachment createAttachment(
            String type, String taskId, String processInstance, String name, String description, InputStream content) {
        mayWrite(taskId, processInstance);
        return super.createAttachment(type, taskId, processInstance, name, description, content);
    }

    @Override
    public Attachment createAttachment(
            String type, String taskId, String processInstance, String name, String description, String url) {
        mayWrite(taskId, processInstance);
        return super.createAttachment(type, taskId, processInstance, name, description, url);
    }

    @Override
    public void saveAttachment(Attachment attachment) {
        mayWrite(attachment.getTaskId(), attachment.getProcessInstanceId());
        super.saveAttachment(attachment);
    }

    @Override
    public void deleteAttachment(String attachmentId) {
        administratorsOnly(attachmentId);
        super.deleteAttachment(attachmentId);
    }

    @Override
    public void deleteTaskAttachment(String taskId, String attachmentId) {
        try {
            mayWrite(taskId, null);
        } catch (AuthorizationException notAllowed) {
            // The REST interface would drop it, and say that there is no such attachment.
            throw Refusal.forbidden("engine.taskIsNotYours");
        }
        super.deleteTaskAttachment(taskId, attachmentId);
    }

    @Override
    public InputStream getAttachmentContent(String attachmentId) {
        administratorsOnly(attachmentId);
        return super.getAttachmentContent(attachmentId);
    }

    @Override
    public InputStream getTaskAttachmentContent(String taskId, String attachmentId) {
        mayRead(taskId);
        return super.getTaskAttachmentContent(taskId, attachmentId);
    }

    @Override
    public Attachment getAttachment(String attachmentId) {
        administratorsOnly(attachmentId);
        return super.getAttachment(attachmentId);
    }

    @Override
    public Attachment getTaskAttachment(String taskId, String attachmentId) {
        mayRead(taskId);
        return super.getTaskAttachment(taskId, attachmentId);
    }

    @Override
    public List<Attachment> getTaskAttachments(String taskId) {
        mayRead(taskId);
        return super.getTaskAttachments(taskId);
    }

    @Override
    public List<Attachment> getProcessInstanceAttachments(String processInstanceId) {
        administratorsOnly(processInstanceId);
        return super.getProcessInstanceAttachments(processInstanceId);
    }

    /** Only one's own task, and only where somebody else can take it; else it would lie where nobody finds it. */
    private void giveBack(String taskId, Authentication who) {
        commandExecutor.execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task == null || !Objects.equals(task.getAssignee(), who.getUserId())) {
                throw notAllowed(who, taskId);
            }
            if (task.getCandidates().isEmpty()) {
                throw Refusal.forbidden("engine.taskIsYours");
            }
            return context.runWithoutAuthorization(() -> new AssignTaskCmd(taskId, null).execute(context));
        });
    }

    private void mayRead(@Nullable String taskId) {
        Authentication who = caller();
        if (who == null || taskId == null) {
            return;
        }
        commandExecutor.execute(context -> {
            boolean readable = new TaskQueryImpl().taskId(taskId).count() > 0
                    || new HistoricTaskInstanceQueryImpl().taskId(taskId).count() > 0;
            if (!readable) {
                throw notAllowed(who, taskId);
            }
            return null;
        });
    }

    private void mayWrite(@Nullable String taskId, @Nullable String processInstanceId) {
        Authentication who = caller();
        if (who == null || isAdministrator(who)) {
            return;
        }
        commandExecutor.execute(context -> {
            TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
            if (task == null || processInstanceId != null && !processInstanceId.equals(task.getProcessInstanceId())) {
                throw notAllowed(who, Objects.requireNonNullElse(taskId, "*"));
            }
            mayWorkOn(task, context);
            return null;
        });
    }

    private static void mayWorkOn(TaskEntity task, CommandContext context) {
        context.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkTaskWork(task));
    }

    private void administratorsOnly(String id) {
        Authentication who = caller();
        if (who != null && !isAdministrator(who)) {
            throw notAllowed(who, id);
        }
    }

    /** Within a step of a model or what our own rules have let pass; whoever happens to have caused it is not asked. */
    private static boolean isOurOwnDoing() {
        CommandContext running = Context.getCommandContext();
        return running != null && !running.isAuthorizationCheckEnabled();
    }

    private @Nullable Authentication caller() {
        return commandExecutor.execute(CommandContext::getAuthentication);
    }

    private static boolean isAdministrator(Authentication who) {
        return who.getGroupIds() != null && who.getGroupIds().contains(Groups.CAMUNDA_ADMIN);
    }

    private static AuthorizationException notAllowed(Authentication who, String id) {
        return new AuthorizationException(
                who.getUserId(), Permissions.TASK_WORK.getName(), Resources.TASK.resourceName(), id);
    }
}
