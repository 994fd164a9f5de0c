/** What comes with a share: its files, who may have them, who reuses them, and what learners wish to hear. */
@NullMarked
@NamedInterface("content")
package org.xinhuo.incentive.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
