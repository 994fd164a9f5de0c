package org.xinhuo.engine;

import java.util.List;

/** The forms of one process; a bean of each module's process package. */
@FunctionalInterface
public interface TaskForms {

    List<TaskForm> taskForms();
}
