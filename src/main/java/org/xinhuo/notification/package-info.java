/** What people should know: one outbox, many channels, working hours. */
@NullMarked
package org.xinhuo.notification;

import org.jspecify.annotations.NullMarked;
