/** The ledger of rewards: granted by rule, approved where asked, credited and exported to the payroll, each once. */
@NullMarked
package org.xinhuo.incentive.reward;

import org.jspecify.annotations.NullMarked;
