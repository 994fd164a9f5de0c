package org.xinhuo.mentoring.cohort;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.cohort.AssignmentQuality.Named;
import org.xinhuo.mentoring.cohort.CohortReport.Open;
import org.xinhuo.mentoring.cohort.CohortReport.Withdrawn;

/** Reads how cohorts stand: four queries a cohort, however large it is. */
@Component
@Transactional(readOnly = true)
public class CohortReports {

    /** Where a member stands, in the order of the way. */
    static final List<String> STATES =
            List.of("starting", "choosing", "waiting", "asking", "withHr", "paired", "ended", "skipped", "withdrawn");

    private static final int NEWEST = 50;

    /** Members a page. */
    static final int PAGE = 50;

    private final Cohorts cohorts;
    private final CohortWithdrawals withdrawals;
    private final JdbcClient jdbc;

    CohortReports(Cohorts cohorts, CohortWithdrawals withdrawals, JdbcClient jdbc) {
        this.cohorts = cohorts;
        this.withdrawals = withdrawals;
        this.jdbc = jdbc;
    }

    private record Member(
            String menteeId,
            String mentorshipId,
            @Nullable String skipped,
            @Nullable String choice,
            String state,
            @Nullable String mentorId,
            @Nullable Integer rank,
            boolean started,
            boolean goesOn) {}

    /**
     * Some of the members who stand somewhere, by id.
     *
     * @param page this one, from 1 to {@code pages}
     * @param total how many stand there
     */
    public record MembersPage(
            String cohortId, String cohortName, String state, int page, int pages, int total, List<Open> members) {}

    /**
     * @param state one of those that the report counts
     * @param page from 1; what lies beyond the last is the last
     * @throws Refusal where there is no such cohort or state
     */
    public MembersPage members(String id, String state, int page) {
        Cohort cohort = cohorts.get(id);
        if (!STATES.contains(state)) {
            throw Refusal.notFound("cohort.unknownState", state);
        }
        List<Open> all = open(members(cohort), state);
        int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        int shown = Math.min(Math.max(1, page), pages);
        int first = (shown - 1) * PAGE;
        return new MembersPage(
                id,
                cohort.name(),
                state,
                shown,
                pages,
                all.size(),
                all.subList(first, Math.min(all.size(), first + PAGE)));
    }

    /** The newest first. */
    public List<Cohort> newest() {
        return cohorts.newest(NEWEST);
    }

    /** @throws Refusal where there is none with this id */
    public CohortReport of(String id) {
        Cohort cohort = cohorts.get(id);
        List<Member> members = members(cohort);
        Map<String, Integer> states = new LinkedHashMap<>();
        STATES.forEach(state -> states.put(state, 0));
        Map<String, Integer> loads = new HashMap<>();
        int ranked = 0;
        long ranks = 0;
        for (Member member : members) {
            states.merge(member.state(), 1, Integer::sum);
            if (member.mentorId() != null) {
                loads.merge(member.mentorId(), 1, Integer::sum);
                if (member.rank() != null) {
                    ranked++;
                    ranks += member.rank();
                }
            }
        }
        List<Open> unmatched = open(members, "withHr");
        return new CohortReport(
                cohort.id(),
                cohort.name(),
                cohort.state().code(),
                cohort.createdBy(),
                cohort.createdAt(),
                cohort.assignedAt(),
                cohort.size(),
                chose(members, "MENTEE"),
                chose(members, "AUTO"),
                chose(members, "SILENCE"),
                (int) members.stream()
                        .filter(member -> member.state().equals("starting")
                                || member.state().equals("choosing"))
                        .count(),
                Objects.requireNonNullElse(states.get("skipped"), 0),
                cohort.inAssignment(),
                unmatched.size(),
                ranked == 0 ? null : LoadSpread.rounded((double) ranks / ranked),
                cohort.blockingPairs() == null ? null : new Named(cohort.blockingPairs(), cohort.firstBlocking()),
                neverShown(id),
                load(id, loads),
                states,
                unmatched,
                open(members, "skipped"),
                withdrawn(id, members));
    }

    private @Nullable Withdrawn withdrawn(String id, List<Member> members) {
        return withdrawals
                .of(id)
                .map(withdrawal -> new Withdrawn(
                        withdrawal.personId(),
                        withdrawal.at(),
                        withdrawal.reason(),
                        withdrawal.doneAt(),
                        (int) members.stream()
                                .filter(member -> member.state().equals("withdrawn"))
                                .count(),
                        (int) members.stream().filter(Member::goesOn).count()))
                .orElse(null);
    }

    private List<Member> members(Cohort cohort) {
        boolean assigned = cohort.assignedAt() != null;
        return jdbc.sql("""
                select m.mentee_id, m.mentorship_id, m.skipped, m.withdrawal, m.told_at is null as untold, s.id is not null as listed, s.choice,
                    s.chosen_mentor_id, s.closed_at is not null as closed, p.ended_at is not null as ended, p.id is not null as exists,
                    exists (select 1 from shortlist_entry e where e.shortlist_id = s.id) as shown,
                    exists (select 1 from shortlist_entry e where e.shortlist_id = s.id and e.state = 'ACCEPTED') as accepted,
                    now.mentor_id, now.preference_rank
                from cohort_member m
                left join mentorship p on p.id = m.mentorship_id
                left join shortlist s on s.mentorship_id = m.mentorship_id and s.cohort_id = m.cohort_id
                left join lateral (select e.mentor_id, e.preference_rank from shortlist_entry e
                    where e.shortlist_id = s.id
                      and (e.state in ('ASKED', 'ACCEPTED') or e.held and e.state = 'SHOWN')
                    order by e.state = 'ACCEPTED' desc, e.state = 'ASKED' desc, e.rank limit 1) now on true
                where m.cohort_id = :id order by m.mentee_id
                """)
                .param("id", cohort.id())
                .query((row, number) -> member(row, assigned))
                .list();
    }

    private static Member member(ResultSet row, boolean assigned) throws SQLException {
        String choice = row.getString("choice");
        boolean byHr = "HR".equals(choice);
        String state = state(row, choice, assigned);
        boolean withNobody = (state.equals("ended") || state.equals("withdrawn")) && !row.getBoolean("accepted");
        return new Member(
                row.getString("mentee_id"),
                row.getString("mentorship_id"),
                row.getString("skipped"),
                choice,
                state,
                withNobody ? null : row.getString(byHr ? "chosen_mentor_id" : "mentor_id"),
                byHr || withNobody ? null : row.getObject("preference_rank", Integer.class),
                row.getBoolean("exists"),
                "GOES_ON".equals(row.getString("withdrawal")));
    }

    private static String state(ResultSet row, @Nullable String choice, boolean assigned) throws SQLException {
        if ("WITHDRAWN".equals(row.getString("withdrawal"))) {
            return "withdrawn";
        }
        if (row.getString("skipped") != null) {
            return "skipped";
        }
        if (!row.getBoolean("listed")) {
            return "starting";
        }
        if (row.getBoolean("closed")) {
            // A mentee who left is with nobody, whoever was being asked.
            return row.getBoolean("accepted") || "HR".equals(choice) ? "paired" : "ended";
        }
        if (row.getBoolean("ended")) {
            return "ended";
        }
        if (row.getString("mentor_id") != null) {
            return "asking";
        }
        if (choice == null) {
            return row.getBoolean("shown") ? "choosing" : "withHr";
        }
        boolean told = assigned && !row.getBoolean("untold");
        return told || choice.equals("MENTEE") ? "withHr" : "waiting";
    }

    private static int chose(List<Member> members, String choice) {
        return (int) members.stream()
                .filter(member -> choice.equals(member.choice()))
                .count();
    }

    private static List<Open> open(List<Member> members, String state) {
        return members.stream()
                .filter(member -> member.state().equals(state))
                .map(member ->
                        new Open(member.menteeId(), member.started() ? member.mentorshipId() : null, member.skipped()))
                .toList();
    }

    private Named neverShown(String id) {
        List<String> hidden = jdbc.sql("select mentor_id from cohort_mentor where cohort_id = :id and shown = 0"
                        + " and capacity > load_before order by mentor_id")
                .param("id", id)
                .query(String.class)
                .list();
        return new Named(
                hidden.size(), hidden.stream().limit(AssignmentQuality.NAMED).toList());
    }

    private LoadSpread load(String id, Map<String, Integer> taken) {
        List<Integer> loads = new ArrayList<>();
        List<Integer> capacities = new ArrayList<>();
        jdbc.sql("select mentor_id, capacity, load_before from cohort_mentor where cohort_id = :id")
                .param("id", id)
                .query(row -> {
                    loads.add(row.getInt("load_before") + taken.getOrDefault(row.getString("mentor_id"), 0));
                    capacities.add(row.getInt("capacity"));
                });
        return LoadSpread.of(
                loads.stream().mapToInt(Integer::intValue).toArray(),
                capacities.stream().mapToInt(Integer::intValue).toArray());
    }
}
