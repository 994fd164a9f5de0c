/** The engine's side of the lecturer loop: what the models call, what their forms take in and show. */
@NullMarked
package org.xinhuo.incentive.process;

import org.jspecify.annotations.NullMarked;
