package org.xinhuo.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** Who may log in, and with which of the roles that are given by hand: for administrators. */
@RestController
@RequestMapping("/api/employees/{id}")
class AccessController {

    record Password(@Nullable String password) {}

    record Roles(@Nullable List<String> roles) {}

    private final SetPassword setPassword;
    private final Employees employees;
    private final Groups groups;

    AccessController(SetPassword setPassword, Employees employees, Groups groups) {
        this.setPassword = setPassword;
        this.employees = employees;
        this.groups = groups;
    }

    /** A first or a new password, of at least eight characters. */
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(@PathVariable String id, @RequestBody Password body, HttpServletRequest request) {
        administratorsOnly(request);
        setPassword.set(id, body.password());
    }

    /** All roles by hand that this person shall have from now on; the others follow the tables. */
    @PutMapping("/roles")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void roles(@PathVariable String id, @RequestBody Roles body, HttpServletRequest request) {
        administratorsOnly(request);
        employees.get(id);
        List<String> roles = body.roles();
        if (roles == null || roles.contains(null)) {
            throw Refusal.invalid("roles", "form.required", "roles");
        }
        Set<String> wanted = new TreeSet<>(roles);
        groups.giveRoles(id, wanted);
    }

    private static void administratorsOnly(HttpServletRequest request) {
        if (!request.isUserInRole("camunda-admin")) {
            throw Refusal.forbidden("security.administratorsOnly");
        }
    }
}
