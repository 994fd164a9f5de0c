package org.xinhuo.base;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What time it is for the company: the one clock, shared with the process engine, and the zone that decides to which
 * day and month an instant belongs ({@code xinhuo.time-zone}).
 */
@Component
public class CompanyTime {

    private final Clock clock;
    private final ZoneId zone;

    CompanyTime(Clock clock, @Value("${xinhuo.time-zone:Asia/Shanghai}") ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return dayOf(now());
    }

    public YearMonth thisMonth() {
        return monthOf(now());
    }

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    public YearMonth monthOf(Instant instant) {
        return YearMonth.from(instant.atZone(zone));
    }

    /** The first instant of a day. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The first instant after a day: what is due on a day is late from here on. */
    public Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    public ZoneId zone() {
        return zone;
    }
}
