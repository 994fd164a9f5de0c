/** One share of one lecturer: planned, its content submitted on time or not, held and reported, or called off. */
@NullMarked
@NamedInterface("sharing")
package org.xinhuo.incentive.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
