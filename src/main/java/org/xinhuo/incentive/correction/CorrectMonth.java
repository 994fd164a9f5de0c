package org.xinhuo.incentive.correction;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.correction.MonthCorrection.Rules;
import org.xinhuo.incentive.correction.MonthCorrection.State;
import org.xinhuo.incentive.reward.CorrectRewards;
import org.xinhuo.incentive.reward.CorrectRewards.Difference;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.MonthRevisions;
import org.xinhuo.incentive.scoring.MonthRevisions.Change;
import org.xinhuo.incentive.scoring.MonthlyResults;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Groups;

/**
 * The steps of a correction. What was confirmed stays as it was; what counts from then on stands beside it, with the
 * reason. Nobody confirms a correction that he has requested or that changes an own result or reward.
 */
@Component
@Transactional
public class CorrectMonth {

    private static final Set<String> MAY_REQUEST = Set.of("hr", "camunda-admin");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private final MonthCorrections corrections;
    private final MonthRevisions revisions;
    private final MonthlyResults results;
    private final CorrectRewards rewards;
    private final Notices notices;
    private final Groups groups;
    private final CompanyTime time;

    CorrectMonth(
            MonthCorrections corrections,
            MonthRevisions revisions,
            MonthlyResults results,
            CorrectRewards rewards,
            Notices notices,
            Groups groups,
            CompanyTime time) {
        this.corrections = corrections;
        this.revisions = revisions;
        this.results = results;
        this.rewards = rewards;
        this.notices = notices;
        this.groups = groups;
        this.time = time;
    }

    /**
     * Opens the correction of a confirmed month.
     *
     * @param wantedId the id to give, or null for a new one
     * @param rules by which tables
     * @param by who requests it, or null for the application itself
     * @return the id
     * @throws Refusal where the person may not, the month is not confirmed, or a correction of it is open
     */
    public String open(@Nullable String wantedId, YearMonth period, String reason, Rules rules, @Nullable String by) {
        if (by != null && groups.of(by).stream().noneMatch(MAY_REQUEST::contains)) {
            throw Refusal.forbidden("correction.onlyHr");
        }
        if (reason.indexOf('\0') >= 0) {
            throw Refusal.invalid("reason", "correction.reasonNeeded");
        }
        if (wantedId != null && !ID.matcher(wantedId).matches()) {
            throw Refusal.invalid("businessKey", "correction.badId");
        }
        if (!results.isConfirmed(period)) {
            throw Refusal.conflict("correction.notConfirmed", period.toString());
        }
        String id = wantedId == null ? UUID.randomUUID().toString() : wantedId;
        if (!corrections.open(id, period, rules, reason, by, time.now())) {
            throw Refusal.conflict("correction.underWay", period.toString());
        }
        return id;
    }

    /**
     * Computes the month anew, as drafts; of rewards alone there is nothing to draft.
     *
     * @return whether anybody's result would be another, or by the tables of today anybody's reward
     */
    public boolean compute(String id) {
        MonthCorrection correction = corrections.get(id);
        int changed = correction.rules() == Rules.REWARDS
                ? 0
                : revisions.draft(correction.period(), id, correction.number(), correction.asConfirmed());
        corrections.computed(id, time.now());
        if (changed > 0 || (!correction.asConfirmed() && rewards(id).stream().anyMatch(Difference::apply))) {
            return true;
        }
        corrections.close(id, State.NOTHING, null, null, time.now());
        tellRequester(correction, "correction.nothing");
        return false;
    }

    /** What the correction would do to rewards, would it be confirmed now. */
    @Transactional(readOnly = true)
    public List<Difference> rewards(String id) {
        MonthCorrection correction = corrections.get(id);
        return rewards.preview(
                correction.period(), revisions.resulting(correction.period(), id), correction.asConfirmed());
    }

    /** @throws Refusal for the own request, an own result or reward, or a refusal that does not say why */
    public void answer(String id, String person, boolean confirmed, @Nullable String remark) {
        MonthCorrection correction = corrections.get(id);
        if (person.equals(correction.requestedBy())) {
            throw Refusal.forbidden("correction.ownRequest");
        }
        if (concerned(id).contains(person)) {
            throw Refusal.forbidden("correction.ownResult");
        }
        if (!confirmed && remark == null) {
            throw Refusal.invalid("remark", "incentive.remarkNeeded");
        }
        corrections.close(id, confirmed ? State.CONFIRMED : State.REFUSED, person, remark, time.now());
        if (confirmed) {
            tellRequester(correction, "correction.confirmed");
        } else {
            tellRequester(correction, "correction.refused", remark);
        }
    }

    /** Nobody answered: what was confirmed stays. */
    public void lapse(String id) {
        corrections.close(id, State.LAPSED, null, null, time.now());
        tellRequester(corrections.get(id), "correction.lapsed");
    }

    public void remind(String id) {
        MonthCorrection correction = corrections.get(id);
        notices.tell(
                groups.members("hr").stream()
                        .filter(person -> !person.equals(correction.requestedBy()))
                        .toList(),
                "incentive/correction/" + id + "/reminder",
                "correction.waits",
                link(correction),
                correction.period().toString());
    }

    /** Makes the new results count and tells everybody whose result changed. A second run changes nothing. */
    public void apply(String id) {
        MonthCorrection correction = corrections.get(id);
        revisions.confirm(correction.period(), id, time.now());
        for (Change change : revisions.changes(id)) {
            tell(correction, change);
        }
    }

    private void tell(MonthCorrection correction, Change change) {
        LecturerMonth after = change.after();
        LecturerMonth before = change.before();
        String key = "incentive/correction/" + correction.id();
        String link = "/months/" + correction.period();
        String period = correction.period().toString();
        String score = after.score().toPlainString();
        if (before == null) {
            notices.tell(after.lecturerId(), key, "correction.newResult", link, period, score, correction.reason());
        } else if (change.ownResult()) {
            notices.tell(
                    after.lecturerId(),
                    key,
                    "correction.newScore",
                    link,
                    period,
                    before.score().toPlainString(),
                    score,
                    correction.reason());
        } else {
            notices.tell(after.lecturerId(), key, "correction.newRank", link, period, correction.reason());
        }
    }

    private Set<String> concerned(String id) {
        Set<String> people = new HashSet<>();
        revisions.changes(id).forEach(change -> people.add(change.after().lecturerId()));
        rewards(id).forEach(difference -> people.add(difference.employeeId()));
        return people;
    }

    private void tellRequester(MonthCorrection correction, String code, @Nullable Object... more) {
        if (correction.requestedBy() != null) {
            Object[] arguments = new Object[more.length + 1];
            arguments[0] = correction.period().toString();
            System.arraycopy(more, 0, arguments, 1, more.length);
            notices.tell(
                    correction.requestedBy(),
                    "incentive/correction/" + correction.id() + "/answer",
                    code,
                    link(correction),
                    arguments);
        }
    }

    private static String link(MonthCorrection correction) {
        return "/corrections?period=" + correction.period();
    }
}
