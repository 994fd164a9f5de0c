/** Who shares when: a rule and a turn order for each lecturer group, days off, absences, and swaps. */
@NullMarked
@NamedInterface("rota")
package org.xinhuo.incentive.rota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
