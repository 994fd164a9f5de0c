/** Many mentees at once: their shortlists, an assignment without blocking pairs, and how good both are. */
@NullMarked
package org.xinhuo.mentoring.cohort;

import org.jspecify.annotations.NullMarked;
