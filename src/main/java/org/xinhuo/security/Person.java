package org.xinhuo.security;

import java.util.Collection;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody who is logged in: the id is the name, {@code ROLE_<group>} are the authorities. */
final class Person {

    private Person() {}

    static UsernamePasswordAuthenticationToken loggedIn(String id, Collection<String> groups) {
        return UsernamePasswordAuthenticationToken.authenticated(
                id,
                null,
                groups.stream()
                        .map(group -> new SimpleGrantedAuthority("ROLE_" + group))
                        .toList());
    }

    /** Without groups: they are read with every request, never kept. */
    static UsernamePasswordAuthenticationToken loggedIn(String id) {
        return loggedIn(id, Set.of());
    }
}
