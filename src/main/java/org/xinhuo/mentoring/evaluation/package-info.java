/** How a round of coaching is judged by both sides, its figures, and the next step. */
@NullMarked
package org.xinhuo.mentoring.evaluation;

import org.jspecify.annotations.NullMarked;
