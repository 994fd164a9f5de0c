package org.xinhuo.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Answers the login page and HTTP Basic by the login rules. */
@Component
class LoginProvider implements AuthenticationProvider {

    private final LoginRules rules;
    private final Throttle throttle;

    LoginProvider(LoginRules rules, Throttle throttle) {
        this.rules = rules;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String id = attempt.getName();
        String address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        if (throttle.pauses(id, address)) {
            throw new LockedException("too many wrong passwords");
        }
        Object password = attempt.getCredentials();
        if (password == null || !rules.belongTogether(id, password.toString())) {
            throttle.failed(id, address);
            throw new BadCredentialsException("wrong name or password");
        }
        throttle.succeeded(id, address);
        return Person.loggedIn(id);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
