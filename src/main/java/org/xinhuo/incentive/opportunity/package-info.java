/** Opportunities that the results of lecturers open: external trainings by priority, and mentoring new lecturers. */
@NullMarked
package org.xinhuo.incentive.opportunity;

import org.jspecify.annotations.NullMarked;
