/** What a lecturer starts from: outlines by topic, cases that learners rated high, and what they wish to hear. */
@NullMarked
@NamedInterface("template")
package org.xinhuo.incentive.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
