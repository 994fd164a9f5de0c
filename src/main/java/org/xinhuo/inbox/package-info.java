/** The open tasks of a person or a group, written with the task and read without the engine. */
@NullMarked
package org.xinhuo.inbox;

import org.jspecify.annotations.NullMarked;
