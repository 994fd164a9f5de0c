/** Between the process coaching and the coaching case. */
@NullMarked
package org.xinhuo.mentoring.process.coaching;

import org.jspecify.annotations.NullMarked;
