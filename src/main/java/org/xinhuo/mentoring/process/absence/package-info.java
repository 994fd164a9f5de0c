/** Pauses, silences, substitutes and departures between the process mentoring and their use cases. */
@NullMarked
package org.xinhuo.mentoring.process.absence;

import org.jspecify.annotations.NullMarked;
