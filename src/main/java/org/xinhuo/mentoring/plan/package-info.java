/** The development plan: needs, versions, answers and mediation, until both sides have confirmed one version. */
@NullMarked
package org.xinhuo.mentoring.plan;

import org.jspecify.annotations.NullMarked;
