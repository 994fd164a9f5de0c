/** Calendars in the words of RFC 5545: rules that repeat, and events as iCalendar text. Knows no business. */
@NullMarked
package org.xinhuo.calendar;

import org.jspecify.annotations.NullMarked;
