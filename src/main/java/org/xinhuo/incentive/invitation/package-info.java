/** Whom a share is for, and how it gets into their calendars: invitations, updates, cancellations, and a feed. */
@NullMarked
@NamedInterface("invitation")
package org.xinhuo.incentive.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
