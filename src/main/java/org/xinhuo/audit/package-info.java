/** Process history for auditors: what happened, by whom, under which version of which rule; it reads and changes nothing. */
@NullMarked
package org.xinhuo.audit;

import org.jspecify.annotations.NullMarked;
