/** Certificates of what lecturers have won: issued once, drawn as PDF, checked by anybody who has the number. */
@NamedInterface("certificate")
@NullMarked
package org.xinhuo.incentive.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
