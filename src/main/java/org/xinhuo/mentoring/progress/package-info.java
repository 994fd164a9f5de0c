/** The mentee's progress sheet: items that are the mentee's alone, and the suggestions that a mentor hangs on them. */
@NullMarked
package org.xinhuo.mentoring.progress;

import org.jspecify.annotations.NullMarked;
