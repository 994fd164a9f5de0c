/** The coaching under a confirmed plan: the mentor's duties by the calendar, and what was done for them. */
@NullMarked
package org.xinhuo.mentoring.coaching;

import org.jspecify.annotations.NullMarked;
