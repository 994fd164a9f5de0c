/** What the processes of the stages share: their start, their reminders, what their forms show. */
@NullMarked
package org.xinhuo.mentoring.process.stage;

import org.jspecify.annotations.NullMarked;
