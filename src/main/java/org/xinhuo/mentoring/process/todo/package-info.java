/** To-dos of the coaching log in the process engine: tasks with an owner and a day, reminded, and taken away again. */
@NullMarked
package org.xinhuo.mentoring.process.todo;

import org.jspecify.annotations.NullMarked;
