package org.xinhuo.incentive.review;

import java.time.YearMonth;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.incentive.scoring.LecturerMonths;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/**
 * Says what came in time but after HR had confirmed the month: it counts by a correction alone, and nobody would ask for
 * one who does not know.
 */
@Component
@Transactional
public class TellLateFacts {

    private final Shares shares;
    private final LecturerMonths months;
    private final Notices notices;
    private final Employees employees;
    private final Groups groups;
    private final CompanyTime time;

    TellLateFacts(
            Shares shares,
            LecturerMonths months,
            Notices notices,
            Employees employees,
            Groups groups,
            CompanyTime time) {
        this.shares = shares;
        this.months = months;
        this.notices = notices;
        this.employees = employees;
        this.groups = groups;
        this.time = time;
    }

    /**
     * Tells who came in between the computing and the confirming of a month, and HR how many they are.
     *
     * @param lecturers whose confirmed result does not hold all of it
     */
    void ofMonth(YearMonth period, Set<String> lecturers) {
        if (lecturers.isEmpty()) {
            return;
        }
        String key = "incentive/month/" + period + "/after-computing";
        notices.tell(lecturers, key, "score.lateMonthForYou", "/months/" + period, period.toString());
        notices.tell(
                groups.members("hr"),
                key + "/hr",
                "score.lateMonthForHr",
                "/corrections?period=" + period,
                period.toString(),
                lecturers.size());
    }

    /** Tells the lecturer and HR, once a share, where its month is confirmed without all of it. */
    public void about(String shareId) {
        Share share = shares.get(shareId);
        String lecturer = share.lecturerId();
        YearMonth period = time.monthOf(share.startsAt());
        if (!months.isOutdated(lecturer, period)) {
            return;
        }
        String key = "sharing/" + shareId + "/after-confirmation";
        notices.tell(lecturer, key, "score.lateForYou", "/months/" + period, share.title(), period.toString());
        Stream<String> hr = groups.members("hr").stream().filter(person -> !person.equals(lecturer));
        notices.tell(
                hr.toList(),
                key,
                "score.lateForHr",
                "/corrections?period=" + period,
                employees.get(lecturer).name(),
                share.title(),
                period.toString());
    }
}
