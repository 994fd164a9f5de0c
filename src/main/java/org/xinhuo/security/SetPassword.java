package org.xinhuo.security;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Employees;

/** Gives somebody a password of the own; from then on no other is right, in the demo neither. */
@Component
class SetPassword {

    static final int FEWEST_CHARACTERS = 8;

    private final Employees employees;
    private final Credentials credentials;
    private final PasswordEncoder encoder;

    SetPassword(Employees employees, Credentials credentials, PasswordEncoder encoder) {
        this.employees = employees;
        this.credentials = credentials;
        this.encoder = encoder;
    }

    /** @throws Refusal where the person is unknown or the password too short or too long */
    @Transactional
    public void set(String employeeId, @Nullable String password) {
        employees.get(employeeId);
        if (password == null) {
            throw Refusal.invalid("password", "form.required", "password");
        }
        if (password.codePointCount(0, password.length()) < FEWEST_CHARACTERS) {
            throw Refusal.invalid("password", "security.passwordTooShort", FEWEST_CHARACTERS);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LoginRules.MOST_BYTES) {
            throw Refusal.invalid("password", "security.passwordTooLong", LoginRules.MOST_BYTES);
        }
        if (password.equals(employeeId)) {
            throw Refusal.invalid("password", "security.passwordIsId");
        }
        credentials.set(employeeId, encoder.encode(password));
    }
}
