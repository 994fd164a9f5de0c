/** What the people of the demo company have done in the processes before anybody looks. */
@NullMarked
package org.xinhuo.demo.process;

import org.jspecify.annotations.NullMarked;
