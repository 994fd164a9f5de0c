package org.xinhuo.mentoring.plan;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.plan.PlanVersion.Side;

/** What a pair planned, from the first draft to now. Reads, never writes. */
@Component
@Transactional(readOnly = true)
public class PlanHistory {

    private final Plans plans;
    private final PlanVersions versions;
    private final PlanDiffWords words;

    PlanHistory(Plans plans, PlanVersions versions, PlanDiffWords words) {
        this.plans = plans;
        this.versions = versions;
        this.words = words;
    }

    /** What became of a version. */
    public enum State {
        IN_FORCE,
        /** The newest one that is negotiated. */
        PROPOSED,
        /** Another version came after it. */
        REPLACED,
        /** Its round came to nothing. */
        STOPPED;

        /** As REST and the message bundles write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One version and what became of it. */
    public record Entry(PlanVersion version, State state) {}

    /**
     * The newest version first.
     *
     * @param visibleFrom from when on the reader sees what was said; see {@link org.xinhuo.mentoring.log.LogConsent}
     */
    public List<Entry> of(String mentorshipId, Instant visibleFrom) {
        PlanStanding standing = standing(mentorshipId);
        return plans.findByMentorshipIdOrderByRoundDesc(mentorshipId).stream()
                .flatMap(plan -> versions.allOf(plan).stream()
                        .flatMap(version -> version.asSeenFrom(visibleFrom).stream())
                        .map(version -> new Entry(version, state(version, plan, standing))))
                .toList();
    }

    private static State state(PlanVersion version, Plan plan, PlanStanding standing) {
        if (version.isSameAs(standing.inForce())) {
            return State.IN_FORCE;
        }
        if (version.isSameAs(standing.proposed())) {
            return State.PROPOSED;
        }
        return plan.state() == Plan.State.STOPPED ? State.STOPPED : State.REPLACED;
    }

    /** What both confirmed last; none before the first plan. */
    public Optional<PlanVersion> inForce(String mentorshipId) {
        return plans.confirmed(mentorshipId).flatMap(versions::newestOf);
    }

    public PlanStanding standing(String mentorshipId) {
        Plan newest =
                plans.findFirstByMentorshipIdOrderByRoundDesc(mentorshipId).orElse(null);
        return PlanStanding.of(
                inForce(mentorshipId).orElse(null),
                newest,
                newest == null ? null : versions.newestOf(newest).orElse(null));
    }

    private PlanVersion version(String mentorshipId, int version, Instant visibleFrom) {
        return versions.numbered(mentorshipId, version)
                .flatMap(found -> found.asSeenFrom(visibleFrom))
                .orElseThrow(() -> Refusal.notFound("mentoring.plan.unknownVersion", String.valueOf(version)));
    }

    /** @throws Refusal where the mentorship has no version of this number, or none that the reader sees */
    public PlanDiff between(String mentorshipId, int from, int to, Instant visibleFrom) {
        return PlanDiff.between(
                version(mentorshipId, from, visibleFrom).content(),
                version(mentorshipId, to, visibleFrom).content());
    }

    /**
     * The version that this side saw last before the newest one of the round: the mentee has seen what he or she answered
     * (in a change that is the plan in force), the mentor whatever he or she drafted. None where all is new.
     */
    public Optional<PlanVersion> lastSeen(Plan plan, Side side) {
        Stream<PlanVersion> earlier = versions.allOf(plan).stream().skip(1);
        return Stream.concat(earlier, changed(plan).stream())
                .filter(version -> side == Side.MENTOR || version.answerOf(side) != null)
                .findFirst();
    }

    /** The version in force that a change starts from; none for the plan of a new round of coaching. */
    public Optional<PlanVersion> changed(Plan plan) {
        String id = plan.changesPlanId();
        return id == null ? Optional.empty() : plans.findById(id).flatMap(versions::newestOf);
    }

    /** What distinguishes the newest version of a round from one that a person saw, in sentences. */
    public List<PlanDiffWords.Line> changesSince(PlanVersion seen, PlanVersion newest) {
        return words.of(PlanDiff.between(seen.content(), newest.content()));
    }
}
