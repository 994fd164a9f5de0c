/** Who may do what: login, passwords, roles, the engine's view of people, authorizations. */
@NullMarked
package org.xinhuo.security;

import org.jspecify.annotations.NullMarked;
