/** Between the process plan-negotiation and the plan. */
@NullMarked
package org.xinhuo.mentoring.process.plan;

import org.jspecify.annotations.NullMarked;
