/** Engine-wide settings: the checked task service, decisions, clock, guards, history, retries, deployment. */
@NullMarked
package org.xinhuo.engine;

import org.jspecify.annotations.NullMarked;
