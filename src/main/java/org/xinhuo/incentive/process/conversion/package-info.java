/** What the engine and the application cases tell each other: the process {@code application-case}. */
@NullMarked
package org.xinhuo.incentive.process.conversion;

import org.jspecify.annotations.NullMarked;
