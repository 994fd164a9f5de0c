/** The process "cohort" in the engine: it starts many mentorships, waits for choices, and assigns the rest. */
@NullMarked
package org.xinhuo.mentoring.process.cohort;

import org.jspecify.annotations.NullMarked;
