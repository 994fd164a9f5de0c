/** Between the process evaluation and the evaluation. */
@NullMarked
package org.xinhuo.mentoring.process.evaluation;

import org.jspecify.annotations.NullMarked;
