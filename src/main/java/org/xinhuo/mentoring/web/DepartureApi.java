package org.xinhuo.mentoring.web;

import java.security.Principal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.process.absence.DepartureProcess;

/** Somebody leaves the company, or comes back: for HR and administrators. */
@RestController
class DepartureApi {

    private final DepartureProcess departure;

    DepartureApi(DepartureProcess departure) {
        this.departure = departure;
    }

    /** @param on the first day on which the person no longer works here; today or a day past acts at once */
    record Departure(@Nullable LocalDate on) {}

    @PostMapping("/api/employees/{id}/departure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void announce(@PathVariable String id, @RequestBody Departure body) {
        LocalDate on = body.on();
        if (on == null) {
            throw Refusal.invalid("on", "form.required", "on");
        }
        departure.announce(id, on);
    }

    /** @param on the first day of work again; today or a day past */
    record Return(@Nullable LocalDate on) {}

    @PostMapping("/api/employees/{id}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void returns(@PathVariable String id, @RequestBody Return body, Principal person) {
        LocalDate on = body.on();
        if (on == null) {
            throw Refusal.invalid("on", "form.required", "on");
        }
        departure.returns(id, on, person.getName());
    }

    @DeleteMapping("/api/employees/{id}/departure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String id, Principal person) {
        departure.takeBack(id, person.getName());
    }
}
