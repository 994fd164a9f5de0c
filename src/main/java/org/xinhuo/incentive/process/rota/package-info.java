/** The rota and its swaps in the process engine. */
@NullMarked
package org.xinhuo.incentive.process.rota;

import org.jspecify.annotations.NullMarked;
