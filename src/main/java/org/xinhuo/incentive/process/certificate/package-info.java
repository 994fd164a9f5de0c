/** The engine's side of certificates: the steps that issue them. */
@NullMarked
package org.xinhuo.incentive.process.certificate;

import org.jspecify.annotations.NullMarked;
