/** The engine's side of the opportunities of lecturers: the process {@code training-offer}. */
@NullMarked
package org.xinhuo.incentive.process.opportunity;

import org.jspecify.annotations.NullMarked;
