package org.xinhuo.incentive.reward;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * In which version of the decision {@code lecturer-reward} it is asked about a period: of today, or as the period was
 * granted with, so that a correction of facts pays nobody by a table that came later. What a person has replaced by
 * hand since then keeps the newer version it was replaced by.
 *
 * @param ofPeriod the version of the whole period, or 0 for the newest
 * @param newer by person and kind, where another version counts
 */
record TableVersions(int ofPeriod, Map<String, Map<String, Integer>> newer) {

    static final TableVersions OF_TODAY = new TableVersions(0, Map.of());

    static TableVersions asGranted(int ofPeriod, List<RewardEntry> newest) {
        Map<String, Map<String, Integer>> newer = new HashMap<>();
        for (RewardEntry entry : newest) {
            if (entry.decisionVersion() > ofPeriod) {
                newer.computeIfAbsent(entry.employeeId(), person -> new HashMap<>())
                        .put(entry.kind(), entry.decisionVersion());
            }
        }
        return new TableVersions(ofPeriod, newer);
    }

    /** All versions to be asked about a person. */
    Set<Integer> of(String employeeId) {
        Set<Integer> versions =
                new TreeSet<>(newer.getOrDefault(employeeId, Map.of()).values());
        versions.add(ofPeriod);
        return versions;
    }

    int of(String employeeId, String kind) {
        return newer.getOrDefault(employeeId, Map.of()).getOrDefault(kind, ofPeriod);
    }
}
