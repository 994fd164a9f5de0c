package org.xinhuo.promotion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/**
 * Who may approve somebody's promotion. Requirement M1: a mentor does not approve the mentee's requests, whatever else
 * he or she is to the mentee; neither does who stands in for the mentor.
 */
@Component
@Transactional(readOnly = true)
public class PromotionApprover {

    private final Promotions promotions;
    private final Mentorships mentorships;
    private final Employees employees;
    private final CompanyTime time;

    PromotionApprover(Promotions promotions, Mentorships mentorships, Employees employees, CompanyTime time) {
        this.promotions = promotions;
        this.mentorships = mentorships;
        this.employees = employees;
        this.time = time;
    }

    /**
     * Whether this person may have no part in the decision: the applicant, who mentors the applicant now, and who has
     * answered already.
     */
    boolean isBarred(String promotionId, String personId) {
        return promotions
                .findById(promotionId)
                .filter(promotion -> promotion.employeeId().equals(personId)
                        || promotion.wasAnsweredBy(personId)
                        || isMentorOf(personId, promotion.employeeId()))
                .isPresent();
    }

    /** Whether this person mentors the one who applied, or stands in for who does. */
    public boolean isMentorOfApplicant(String promotionId, String personId) {
        return promotions
                .findById(promotionId)
                .filter(promotion -> isMentorOf(personId, promotion.employeeId()))
                .isPresent();
    }

    /** Whether this person mentors the employee now, or stands in for who does. */
    boolean isMentorOf(String personId, String employeeId) {
        return mentorships
                .findByMenteeIdAndEndedAtIsNull(employeeId)
                .filter(mentorship -> mentorship.isOfThePair(personId) && !personId.equals(employeeId))
                .isPresent();
    }

    /**
     * Who is asked as the manager: the direct manager; where that is the mentor or has left, the manager's manager, and
     * so on; null where there is nobody, then HR.
     */
    @Nullable
    String managerOf(Employee employee) {
        return managerOf(employee, null);
    }

    /** @param not who is passed over, whatever else speaks for him or her */
    private @Nullable String managerOf(Employee employee, @Nullable String not) {
        Set<String> seen = new HashSet<>(Set.of(employee.id()));
        String manager = employee.managerId();
        while (manager != null && seen.add(manager)) {
            Optional<Employee> found = employees.findById(manager);
            if (found.isEmpty()) {
                return null;
            }
            if (!manager.equals(not) && found.get().isActiveOn(time.today()) && !isMentorOf(manager, employee.id())) {
                return manager;
            }
            manager = found.get().managerId();
        }
        return null;
    }

    /** The open applications of an employee. */
    public List<Promotion> openOf(String employeeId) {
        return new ArrayList<>(promotions.findByEmployeeIdAndState(employeeId, Promotion.State.OPEN));
    }

    /** The open applications that wait for this person's answer as the manager. */
    public List<Promotion> waitingFor(String managerId) {
        return promotions.findByManagerIdAndState(managerId, Promotion.State.OPEN).stream()
                .filter(promotion -> promotion.asksAsManager(managerId))
                .toList();
    }

    /** The one who is asked as the manager and does not work here any more; empty for everybody else. */
    public Optional<String> managerWhoLeft(String promotionId) {
        Promotion promotion = promotions.get(promotionId);
        return Optional.ofNullable(promotion.managerId())
                .filter(promotion::asksAsManager)
                .filter(manager -> !employees.get(manager).isActiveOn(time.today()));
    }

    /**
     * The one who was to be asked as the manager mentors the applicant now, or has left: somebody else is asked.
     *
     * @param not who is not asked any more
     * @return who is, or null where HR is asked in the manager's place
     */
    @Transactional
    public @Nullable String askSomebodyElse(String promotionId, String not) {
        Promotion promotion = promotions.get(promotionId);
        String manager = managerOf(employees.get(promotion.employeeId()), not);
        promotion.askAsManager(manager);
        promotions.saveAndFlush(promotion);
        return manager;
    }
}
