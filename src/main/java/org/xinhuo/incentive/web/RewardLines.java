package org.xinhuo.incentive.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Money;
import org.xinhuo.base.ReaderTime;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.reward.CorrectRewards.Difference;
import org.xinhuo.incentive.reward.RewardBasis;
import org.xinhuo.incentive.reward.RewardEntry;
import org.xinhuo.incentive.reward.RewardEntry.State;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.ReaderTimes;

/** Entries of the ledger as a reader sees them on a page. */
@Component
class RewardLines {

    private final Employees employees;
    private final OutcomeTexts outcomes;
    private final Texts texts;
    private final ReaderTimes times;

    RewardLines(Employees employees, OutcomeTexts outcomes, Texts texts, ReaderTimes times) {
        this.employees = employees;
        this.outcomes = outcomes;
        this.texts = texts;
        this.times = times;
    }

    /**
     * @param amount with its currency; null for a certificate
     * @param state a message code; {@code stateTag} its colour
     * @param why on what it was decided, or why it was taken back
     * @param approvable whether it waits for the reader and may be approved without a word
     * @param held whether it waits for the reader, who has to say why it may be paid all the same
     * @param lost whether nothing carries it on; somebody who pays takes it up again
     * @param reversible and {@code replaceable} whether somebody who pays may do so with it
     */
    record Line(
            String id,
            String person,
            String period,
            String kind,
            @Nullable String amount,
            String state,
            String stateTag,
            List<String> why,
            String enteredAt,
            @Nullable String paidIn,
            boolean approvable,
            boolean held,
            boolean lost,
            boolean reversible,
            boolean replaceable) {

        /** Whether it is listed with what somebody has to do. */
        boolean open() {
            return approvable || held || lost;
        }
    }

    /** What of one currency stands where. @param state a message code; {@code amount} with the currency */
    record SumLine(String state, int entries, String amount) {}

    /** @param standing and {@code due}: amounts with their currency, or null */
    record DifferenceLine(
            String person,
            String kind,
            @Nullable String standing,
            @Nullable String due,
            String cause,
            boolean apply) {}

    /**
     * What waits for a reader.
     *
     * @param entries about which HR is asked
     * @param lost entries that nothing carries on
     * @param held people whose marks stand out in the month: their money is approved in its task, with a reason
     */
    record Waiting(Set<String> entries, Set<String> held, Set<String> lost) {

        static final Waiting NONE = new Waiting(Set.of(), Set.of(), Set.of());

        private boolean waits(RewardEntry entry, String reader) {
            return entries.contains(entry.id()) && !reader.equals(entry.employeeId());
        }

        private boolean holds(RewardEntry entry) {
            return entry.amount().signum() > 0 && held.contains(entry.employeeId());
        }
    }

    /** The newest month first; within it by person and kind, as they were written. */
    List<Line> of(List<RewardEntry> entries, Waiting waiting, String reader, Locale locale) {
        ReaderTime time = times.of(reader, locale);
        Map<String, String> names =
                names(entries.stream().map(RewardEntry::employeeId).toList());
        Set<String> replaced = entries.stream()
                .map(RewardEntry::replaces)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return entries.stream()
                .sorted(Comparator.comparing(RewardEntry::period).reversed())
                .map(entry -> new Line(
                        entry.id(),
                        names.getOrDefault(entry.employeeId(), entry.employeeId()),
                        texts.month(locale, entry.period()),
                        outcomes.label(locale, "incentive.reward", entry.kind()),
                        amount(entry),
                        state(entry),
                        tag(entry),
                        why(entry, locale),
                        time.moment(entry.enteredAt()),
                        entry.paidIn() == null ? null : texts.month(locale, entry.paidIn()),
                        waiting.waits(entry, reader) && !waiting.holds(entry),
                        waiting.waits(entry, reader) && waiting.holds(entry),
                        waiting.lost().contains(entry.id()),
                        entry.stands() && entry.state() == State.CREDITED && !reader.equals(entry.employeeId()),
                        entry.reversalOf() == null
                                && !entry.stands()
                                && !replaced.contains(entry.id())
                                && !reader.equals(entry.employeeId())))
                .toList();
    }

    /** By currency: what waits for an approval, is approved, is credited (what was taken back is taken off), and all. */
    static List<SumLine> sums(List<RewardEntry> entries) {
        Map<String, List<RewardEntry>> byCurrency = entries.stream()
                .filter(entry -> entry.amount().signum() != 0)
                .filter(entry -> entry.state() != State.REJECTED && entry.state() != State.WITHDRAWN)
                .collect(Collectors.groupingBy(RewardEntry::currency, TreeMap::new, Collectors.toList()));
        List<SumLine> sums = new ArrayList<>();
        byCurrency.forEach((currency, ofCurrency) -> {
            for (State state : List.of(State.GRANTED, State.APPROVED, State.CREDITED)) {
                List<RewardEntry> there = ofCurrency.stream()
                        .filter(entry -> entry.state() == state)
                        .toList();
                if (!there.isEmpty()) {
                    sums.add(sum("reward.sum." + state.code(), there, currency));
                }
            }
            sums.add(sum("reward.sum.all", ofCurrency, currency));
        });
        return sums;
    }

    private static SumLine sum(String code, List<RewardEntry> entries, String currency) {
        return new SumLine(
                code,
                entries.size(),
                Money.of(entries.stream().map(RewardEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add), currency));
    }

    List<DifferenceLine> ofDifferences(List<Difference> differences, Locale locale) {
        Map<String, String> names =
                names(differences.stream().map(Difference::employeeId).toList());
        return differences.stream()
                .map(found -> new DifferenceLine(
                        names.getOrDefault(found.employeeId(), found.employeeId()),
                        outcomes.label(locale, "incentive.reward", found.kind()),
                        found.standing() == null
                                ? null
                                : Money.of(
                                        found.standing().amount(),
                                        found.standing().currency()),
                        found.dueMoney() == null ? null : Money.of(found.dueMoney(), found.dueCurrency()),
                        "reward.cause." + found.cause().code(),
                        found.apply()))
                .toList();
    }

    Map<String, String> names(Collection<String> ids) {
        return employees.findAllById(List.copyOf(new TreeSet<>(ids))).stream()
                .collect(Collectors.toMap(Employee::id, Employee::name));
    }

    private static @Nullable String amount(RewardEntry entry) {
        return entry.amount().signum() == 0 ? null : Money.of(entry.amount(), entry.currency());
    }

    private static String state(RewardEntry entry) {
        if (entry.reversed()) {
            return "reward.state.reversed";
        }
        if (entry.reversalOf() != null) {
            return "reward.state.reversal";
        }
        return "reward.state." + entry.state().code();
    }

    private static String tag(RewardEntry entry) {
        if (entry.reversalOf() != null || !entry.stands()) {
            return "tag-late";
        }
        return entry.state() == State.CREDITED ? "tag-done" : "tag-now";
    }

    private List<String> why(RewardEntry entry, Locale locale) {
        List<String> why = new ArrayList<>();
        if (entry.reason() != null) {
            why.add(texts.text(locale, "reward.why.reason", entry.reason()));
        }
        RewardBasis basis = entry.basis();
        if (basis != null) {
            if (basis.grade() != null) {
                why.add(texts.text(
                        locale,
                        "reward.why.grade",
                        outcomes.label(locale, "incentive.grade", basis.grade()),
                        basis.score().toPlainString()));
            }
            if (basis.ratingRank() != null) {
                why.add(texts.text(locale, "reward.why.ratingRank", basis.ratingRank(), basis.raters()));
            }
            if (basis.reuseRank() != null) {
                why.add(texts.text(locale, "reward.why.reuseRank", basis.reuseRank(), basis.reuses()));
            }
        }
        why.add(texts.text(locale, "reward.why.table", entry.decisionKey(), entry.decisionVersion()));
        if (entry.correctionVersion() != null) {
            why.add(texts.text(locale, "reward.why.table", "reward-correction", entry.correctionVersion()));
        }
        return why;
    }
}
