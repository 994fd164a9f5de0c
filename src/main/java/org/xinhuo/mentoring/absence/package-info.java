/** Change and absence: pauses, silences, substitutes, and people who leave. */
@NamedInterface("absence")
@NullMarked
package org.xinhuo.mentoring.absence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
