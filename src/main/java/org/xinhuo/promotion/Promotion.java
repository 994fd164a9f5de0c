package org.xinhuo.promotion;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;

/** An application for a role that passed the gate. The id is the business key of {@code promotion}. */
@Entity
@Table(name = "promotion_application")
public class Promotion {

    enum State {
        OPEN,
        GRANTED,
        REJECTED,
        /** Taken back by the applicant, or who applied has left. */
        WITHDRAWN
    }

    @Id
    private String id;

    private String employeeId;

    private String targetRole;

    @Enumerated(EnumType.STRING)
    private State state;

    private String submittedBy;

    private Instant submittedAt;

    private int lecturerMonths;

    private int excellentMonths;

    private int decisionVersion;

    private @Nullable String managerId;

    private @Nullable Boolean managerApproved;

    private @Nullable String managerRemark;

    private @Nullable String managerAnsweredBy;

    private @Nullable Instant managerAnsweredAt;

    private @Nullable Boolean hrApproved;

    private @Nullable String hrRemark;

    private @Nullable String hrAnsweredBy;

    private @Nullable Instant hrAnsweredAt;

    private @Nullable Instant decidedAt;

    /** Null until stored: that is how the repository knows a new one, as its id may be given from outside. */
    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Promotion() {}

    Promotion(
            String id,
            String employeeId,
            String targetRole,
            @Nullable String managerId,
            String submittedBy,
            Instant submittedAt,
            Eligibility eligibility) {
        this.id = id;
        this.employeeId = employeeId;
        this.targetRole = targetRole;
        this.managerId = managerId;
        this.submittedBy = submittedBy;
        this.submittedAt = submittedAt;
        this.lecturerMonths = eligibility.lecturerMonths();
        this.excellentMonths = eligibility.excellentMonths();
        this.decisionVersion = eligibility.decisionVersion();
        this.state = State.OPEN;
    }

    public String id() {
        return id;
    }

    public String employeeId() {
        return employeeId;
    }

    public String targetRole() {
        return targetRole;
    }

    /** The manager who is asked first, or null where HR is asked in the manager's place. */
    public @Nullable String managerId() {
        return managerId;
    }

    /** Confirmed lecturer months when the gate opened. */
    public int lecturerMonths() {
        return lecturerMonths;
    }

    /** The excellent ones of the last six. */
    public int excellentMonths() {
        return excellentMonths;
    }

    public @Nullable String managerRemark() {
        return managerRemark;
    }

    /** Why it was rejected, or null. */
    public @Nullable String rejectionReason() {
        if (Boolean.FALSE.equals(hrApproved)) {
            return hrRemark;
        }
        return Boolean.FALSE.equals(managerApproved) ? managerRemark : null;
    }

    /** Whether the answer of the manager is still to come, and from this person. */
    public boolean asksAsManager(String person) {
        return state == State.OPEN && managerAnsweredBy == null && person.equals(managerId);
    }

    /** Whether this person has answered for the manager or for HR. */
    boolean wasAnsweredBy(String person) {
        return person.equals(managerAnsweredBy) || person.equals(hrAnsweredBy);
    }

    /** Somebody else is asked in the manager's place; null for HR. */
    void askAsManager(@Nullable String other) {
        managerId = other;
    }

    void managerAnswered(String person, boolean approved, @Nullable String remark, Instant at) {
        refuseUnlessAnswerable(person, approved, remark);
        managerApproved = approved;
        managerRemark = remark;
        managerAnsweredBy = person;
        managerAnsweredAt = at;
    }

    void hrAnswered(String person, boolean approved, @Nullable String remark, Instant at) {
        refuseUnlessAnswerable(person, approved, remark);
        if (wasAnsweredBy(person)) {
            throw Refusal.forbidden("promotion.secondPerson");
        }
        hrApproved = approved;
        hrRemark = remark;
        hrAnsweredBy = person;
        hrAnsweredAt = at;
    }

    /**
     * What the two answers say is carried out, whichever way its step was reached.
     *
     * @throws Refusal where it is decided already, or the answers do not bear it
     */
    void close(boolean granted, Instant at) {
        expectOpen();
        boolean borne = granted
                ? Boolean.TRUE.equals(managerApproved) && Boolean.TRUE.equals(hrApproved)
                : Boolean.FALSE.equals(managerApproved) || Boolean.FALSE.equals(hrApproved);
        if (!borne) {
            throw Refusal.conflict("promotion.notAnswered", id);
        }
        state = granted ? State.GRANTED : State.REJECTED;
        decidedAt = at;
    }

    void withdraw(Instant at) {
        expectOpen();
        state = State.WITHDRAWN;
        decidedAt = at;
    }

    void expectOpen() {
        if (state != State.OPEN) {
            throw Refusal.conflict("promotion.isDecided", id);
        }
    }

    private void refuseUnlessAnswerable(String person, boolean approved, @Nullable String remark) {
        if (person.equals(employeeId)) {
            throw Refusal.forbidden("promotion.ownApplication");
        }
        expectOpen();
        if (!approved && remark == null) {
            throw Refusal.invalid("remark", "promotion.remarkNeeded");
        }
    }
}
