package org.xinhuo.incentive.correction;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
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
        refuseUnlessMayRequest(by);
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
        refusalOfAnother(period).ifPresent(code -> {
            throw Refusal.conflict(code, period.toString());
        });
        if (!corrections.open(id, period, rules, reason, by, time.now())) {
            throw Refusal.conflict("correction.underWay", period.toString());
        }
        return id;
    }

    /**
     * Why no other correction of this month can be requested just now: one is open, or one is confirmed and not carried
     * out yet, which would undo what the other finds.
     *
     * @return the code of the sentence, which takes the month
     */
    @Transactional(readOnly = true)
    public Optional<String> refusalOfAnother(YearMonth period) {
        return corrections.unfinished(period, null).stream()
                .map(one -> one.state() == State.CONFIRMED ? "correction.notCarriedOut" : "correction.underWay")
                .findFirst();
    }

    /**
     * Takes up a correction that has a way to go and that nothing carries on any more. Its reason, its tables and whoever
     * requested it stay.
     *
     * @param by who takes it up, or null for the application itself
     * @param carried whether somebody else carries it on; asked while nobody else can take it up
     * @return whether it is confirmed and only its consequences are missing; empty where there is no such correction
     * @throws Refusal where the person may not, it is another month's, it is under way, or it was decided for good
     */
    public Optional<Boolean> takeUp(String id, YearMonth period, @Nullable String by, BooleanSupplier carried) {
        MonthCorrection correction = corrections.hold(id).orElse(null);
        if (correction == null) {
            return Optional.empty();
        }
        refuseUnlessMayRequest(by);
        if (!correction.period().equals(period)) {
            throw Refusal.invalid("businessKey", "correction.badId");
        }
        if (carried.getAsBoolean()) {
            throw Refusal.conflict("correction.underWay", period.toString());
        }
        if (corrections.unfinished(period, id).isEmpty()) {
            throw Refusal.conflict("correction.wasDecided", id);
        }
        return Optional.of(correction.state() == State.CONFIRMED);
    }

    /**
     * All consequences are drawn; nothing has to carry it on. Not of one whose money was passed over, by a repair that
     * went wrong, or that nobody has confirmed: it stays to be taken up.
     *
     * @return whether it is finished; not where there is no such correction
     */
    public boolean finish(String id) {
        corrections.finish(id, time.now());
        return corrections.find(id).isPresent()
                && corrections.unfinished(null, id).isEmpty();
    }

    private void refuseUnlessMayRequest(@Nullable String by) {
        if (by != null && groups.of(by).stream().noneMatch(MAY_REQUEST::contains)) {
            throw Refusal.forbidden("correction.onlyHr");
        }
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
        ownCase(id, person).ifPresent(own -> {
            throw own;
        });
        if (concerned(id).contains(person)) {
            throw Refusal.forbidden("correction.ownResult");
        }
        if (!confirmed && remark == null) {
            throw Refusal.invalid("remark", "incentive.remarkNeeded");
        }
        corrections.close(id, confirmed ? State.CONFIRMED : State.REFUSED, person, remark, time.now());
        if (confirmed) {
            // What the second person has seen is carried out, whatever the tables say by then.
            tables(correction);
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

    /**
     * Makes the new results count and tells everybody whose result changed. A second run changes nothing.
     *
     * @throws Refusal where nobody has confirmed it
     */
    public void apply(String id) {
        MonthCorrection correction = corrections.get(id);
        correction.expectConfirmed();
        revisions.confirm(correction.period(), id, time.now());
        for (Change change : revisions.changes(id)) {
            tell(correction, change);
        }
    }

    private CorrectRewards.Tables tables(MonthCorrection correction) {
        return corrections.tables(correction.id()).orElseGet(() -> {
            CorrectRewards.Tables tables = rewards.tables(correction.period(), correction.asConfirmed());
            corrections.keep(correction.id(), tables);
            return tables;
        });
    }

    /**
     * Brings the next people's rewards in line with the month as it counts now, once: where the correction is taken up
     * after that, it is not asked again what the tables of another day would say. Results that do not count yet count
     * first.
     *
     * @param reason stands in every entry
     * @param most how many differences, as {@link CorrectRewards#correct} counts them
     * @return whether there are more
     * @throws Refusal where nobody has confirmed it
     */
    public boolean correctRewards(String id, String reason, int most) {
        // Two at once: the second waits and finds that it is done.
        corrections.hold(id);
        MonthCorrection correction = corrections.get(id);
        correction.expectConfirmed();
        if (corrections.isRewarded(id)) {
            return false;
        }
        if (revisions.areDrafts(id)) {
            apply(id);
        }
        CorrectRewards.Portion portion = rewards.correct(correction.period(), tables(correction), reason, null, most);
        if (!portion.left()) {
            corrections.rewarded(id, time.now());
        }
        return portion.left();
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

    /**
     * Why this person has nothing to confirm here, as far as it is known without asking any table: who requested it, or
     * whose result it changes. An own reward alone is found when the answer comes.
     */
    @Transactional(readOnly = true)
    public Optional<Refusal> ownCase(String id, String personId) {
        MonthCorrection correction = corrections.find(id).orElse(null);
        if (correction == null) {
            return Optional.empty();
        }
        if (personId.equals(correction.requestedBy())) {
            return Optional.of(Refusal.forbidden("correction.ownRequest"));
        }
        return revisions.changes(id).stream()
                        .anyMatch(change -> change.after().lecturerId().equals(personId))
                ? Optional.of(Refusal.forbidden("correction.ownResult"))
                : Optional.empty();
    }

    /** Whether this person requested it, or it changes an own result or reward; of none that is not there. */
    @Transactional(readOnly = true)
    public boolean isOwnCase(String id, String personId) {
        return corrections
                .find(id)
                .filter(known ->
                        personId.equals(known.requestedBy()) || concerned(id).contains(personId))
                .isPresent();
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
