package org.xinhuo.incentive.preference;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.incentive.content.ContentRules;
import org.xinhuo.incentive.preference.TopicSuggestion.Case;
import org.xinhuo.incentive.preference.TopicSuggestion.Reason;
import org.xinhuo.incentive.preference.TopicTag.Stance;
import org.xinhuo.people.CompetencyGap;
import org.xinhuo.people.CompetencyGaps;
import org.xinhuo.people.CompetencyNames;
import org.xinhuo.people.Lecturer;
import org.xinhuo.people.Lecturers;

/**
 * What a lecturer might speak about next (requirement L17): topics that learners asked for, that people lack, that others'
 * shares left open, that this lecturer is good at, or that are among the own tags. Nothing is stored; the number of
 * statements does not depend on how many topics, shares or ratings there are.
 */
@Service
@Transactional(readOnly = true)
public class SuggestTopics {

    /** More would be a list and no suggestion. */
    static final int MOST = 10;

    /** Topics of other lecturers beside the outlines', the most common first. */
    private static final int MOST_TOPICS = 500;

    /** The latest; a company that wishes more has said it often enough. */
    private static final int MOST_WISHES = 5_000;

    private static final int LONGEST_EXCERPT = 200;

    static final String SHARES = """
            select s.title, s.lecturer_id, max(s.starts_at) as last_at,
                coalesce(sum(coalesce(k.total, r.total)), 0) as total,
                coalesce(sum(coalesce(k.ratings, r.ratings)), 0) as ratings
            from share s
                left join share_rating_sum k on k.share_id = s.id
                left join lateral (
                    select sum(score) as total, count(*) as ratings from rating
                    where share_id = s.id and k.share_id is null and (s.rating_opened_at is not null
                        and s.rating_closed_at is null and s.rating_closes_at > :now) is not true) r
                    on k.share_id is null
            where s.state in ('PLANNED', 'HELD') and s.starts_at > :since
            group by s.title, s.lecturer_id
            """;

    private final JdbcClient jdbc;
    private final Lecturers lecturers;
    private final TopicTags tags;
    private final CompetencyGaps gaps;
    private final Decisions decisions;
    private final ContentRules rules;
    private final CompanyTime time;

    SuggestTopics(
            JdbcClient jdbc,
            Lecturers lecturers,
            TopicTags tags,
            CompetencyGaps gaps,
            Decisions decisions,
            ContentRules rules,
            CompanyTime time) {
        this.jdbc = jdbc;
        this.lecturers = lecturers;
        this.tags = tags;
        this.gaps = gaps;
        this.decisions = decisions;
        this.rules = rules;
        this.time = time;
    }

    /**
     * All that a lecturer sees of it.
     *
     * @param imported the tags that came with the file of lecturers, which are not changed here
     * @param tags what the lecturer said, without dismissals whose time is over
     * @param suggestions the best first, at most ten
     * @param dismissedDays how long a dismissed topic stays away
     */
    public record Topics(
            Outcome.DecisionRef decision,
            List<String> imported,
            List<TopicTag> tags,
            List<TopicSuggestion> suggestions,
            long dismissedDays) {}

    /** @throws Refusal where this is no lecturer */
    public Topics to(String lecturerId) {
        Lecturer lecturer =
                lecturers.findById(lecturerId).orElseThrow(() -> Refusal.notFound("topic.noLecturer", lecturerId));
        Outcome outcome = decisions.preview(TopicWeights.DECISION).decide(Map.of("group", lecturer.group()));
        // A table without a rule for this group suggests nothing; one that cannot be read is as it came.
        TopicWeights weights = outcome.failure() == null && outcome.rows().isEmpty() ? null : TopicWeights.of(outcome);
        List<TopicTag> said =
                tags.of(lecturerId).stream().filter(tag -> stands(tag, weights)).toList();
        List<TopicSuggestion> suggestions = weights == null
                ? List.of()
                : suggestions(
                        lecturerId, weights, rules.ofGroup(lecturer.group()).high(), tallies(lecturer, said, weights));
        return new Topics(
                outcome.decision(),
                lecturer.topics(),
                said,
                suggestions,
                weights == null ? 0 : weights.dismissed().toDays());
    }

    private boolean stands(TopicTag tag, @Nullable TopicWeights weights) {
        return tag.stance() != Stance.DISMISSED
                || weights == null
                || tag.notedAt().plus(weights.dismissed()).isAfter(time.now());
    }

    private Collection<TopicTally> tallies(Lecturer lecturer, List<TopicTag> said, TopicWeights weights) {
        Map<String, TopicTally> tallies = new LinkedHashMap<>();
        said.stream().filter(tag -> tag.stance() == Stance.LIKED).forEach(tag -> put(tallies, tag.topic(), true));
        lecturer.topics().forEach(topic -> put(tallies, topic, true));
        List<CompetencyGap> lacked = gaps.all();
        lacked.forEach(gap -> put(tallies, gap.competency(), false));
        known().forEach(topic -> put(tallies, topic, false));
        Set<String> unwanted = new HashSet<>();
        said.stream()
                .filter(tag -> tag.stance() != Stance.LIKED)
                .forEach(tag -> unwanted.add(CompetencyNames.core(tag.topic())));
        tallies.keySet().removeAll(unwanted);

        Map<String, List<CompetencyGap>> byCore = new HashMap<>();
        lacked.forEach(gap -> byCore.computeIfAbsent(CompetencyNames.core(gap.competency()), core -> new ArrayList<>())
                .add(gap));
        tallies.forEach((core, tally) -> byCore.getOrDefault(core, List.of()).forEach(tally::addGap));
        Instant since = time.now().minus(weights.back());
        TopicIndex topics = new TopicIndex(tallies.values());
        countShares(topics, lecturer.employeeId(), since);
        countWishes(topics, lecturer.employeeId(), since);
        return tallies.values();
    }

    private static void put(Map<String, TopicTally> tallies, String topic, boolean tagged) {
        String core = CompetencyNames.core(topic);
        if (!core.isEmpty()) {
            tallies.computeIfAbsent(core, key -> new TopicTally(topic, tagged));
        }
    }

    private List<TopicSuggestion> suggestions(
            String lecturerId, TopicWeights weights, BigDecimal high, Collection<TopicTally> tallies) {
        List<TopicSuggestion> best = tallies.stream()
                .map(tally -> suggestion(tally, weights, high))
                .filter(one -> one.score().signum() > 0)
                .sorted(Comparator.comparing(TopicSuggestion::score).reversed().thenComparing(TopicSuggestion::topic))
                .limit(MOST)
                .toList();
        Map<String, List<Case>> cases = cases(
                best.stream().map(one -> CompetencyNames.core(one.topic())).toList(), lecturerId);
        return best.stream()
                .map(one -> new TopicSuggestion(
                        one.topic(),
                        one.score(),
                        one.reasons(),
                        cases.getOrDefault(CompetencyNames.core(one.topic()), List.of())))
                .toList();
    }

    private static TopicSuggestion suggestion(TopicTally tally, TopicWeights weights, BigDecimal high) {
        List<Reason> reasons = tally.reasons(weights, high);
        return new TopicSuggestion(tally.topic(), TopicTally.score(reasons, weights.sum()), reasons, List.of());
    }

    private List<String> known() {
        return jdbc.sql("""
                        select topic from (
                            select topic, 1 as of_outlines, 0 as held from share_outline
                            union all
                            select trim(t), 0, count(*) from lecturer, unnest(string_to_array(topics, ';')) as t
                            where trim(t) <> '' group by trim(t)) known
                        group by topic order by max(of_outlines) desc, max(held) desc, topic limit :most
                        """).param("most", MOST_TOPICS).query(String.class).list();
    }

    /**
     * One row a title and lecturer, however often it was given and rated. Of a share whose window is over the sum is kept;
     * only where it is not, its ratings are read. Those of an open window wait for its end, as everywhere that a lecturer
     * looks.
     */
    private void countShares(TopicIndex topics, String lecturerId, Instant since) {
        jdbc.sql(SHARES)
                .param("now", Timestamp.from(time.now()))
                .param("since", Timestamp.from(since))
                .query(row -> {
                    String title = CompetencyNames.plain(row.getString("title"));
                    String lecturer = row.getString("lecturer_id");
                    boolean own = lecturer.equals(lecturerId);
                    long total = row.getLong("total");
                    long ratings = row.getLong("ratings");
                    Instant last = row.getTimestamp("last_at").toInstant();
                    topics.namedIn(title).forEach(tally -> {
                        if (own) {
                            tally.addOwn(total, ratings, last);
                        } else {
                            tally.addOthers(lecturer, total, ratings);
                        }
                    });
                });
    }

    /** A wish is about the topics that it names, and if it was left after a share, about those that the title names. */
    private void countWishes(TopicIndex topics, String lecturerId, Instant since) {
        jdbc.sql("""
                        select w.wish, w.person_id, w.made_at, s.title, w.made_at >= s.starts_at as afterwards
                        from share_wish w join share s on s.id = w.share_id
                        where w.made_at > :since and w.person_id <> :lecturer
                        order by w.made_at desc limit :most
                        """)
                .param("lecturer", lecturerId)
                .param("since", Timestamp.from(since))
                .param("most", MOST_WISHES)
                .query(row -> {
                    String wish = CompetencyNames.plain(row.getString("wish"));
                    String title = row.getBoolean("afterwards") ? CompetencyNames.plain(row.getString("title")) : "";
                    String person = row.getString("person_id");
                    Instant madeAt = row.getTimestamp("made_at").toInstant();
                    Set<TopicTally> named = topics.namedIn(wish);
                    named.addAll(topics.namedIn(title));
                    named.forEach(tally -> tally.addWish(person, madeAt));
                });
    }

    /** Up to two a topic, for all topics at once. */
    private Map<String, List<Case>> cases(List<String> cores, String lecturerId) {
        Map<String, List<Case>> cases = new HashMap<>();
        jdbc.sql("""
                        select t.core, c.* from unnest(:cores) as t(core) cross join lateral (
                            select s.title, v.situation, v.result from application_case c
                                join share s on s.id = c.share_id
                                join application_case_version v on v.case_id = c.id and v.number = c.confirmed
                            where position(t.core in lower(s.title)) > 0 and c.learner_id <> :lecturer
                            order by v.decided_at desc, c.id limit 2) c
                        """)
                .param("cores", cores.toArray(String[]::new))
                .param("lecturer", lecturerId)
                .query(row -> {
                    cases.computeIfAbsent(row.getString("core"), core -> new ArrayList<>())
                            .add(new Case(
                                    row.getString("title"),
                                    excerpt(row.getString("situation")),
                                    excerpt(row.getString("result"))));
                });
        return cases;
    }

    private static String excerpt(String text) {
        String whole = text.strip();
        return whole.codePointCount(0, whole.length()) <= LONGEST_EXCERPT
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, LONGEST_EXCERPT)) + "…";
    }
}
