/** Change and absence: pauses, silences, substitutes, and people who leave. */
@NullMarked
package org.xinhuo.mentoring.absence;

import org.jspecify.annotations.NullMarked;
