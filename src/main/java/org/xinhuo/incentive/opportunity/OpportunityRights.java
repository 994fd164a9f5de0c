package org.xinhuo.incentive.opportunity;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.RightsFile;
import org.xinhuo.incentive.merit.MeritRights;
import org.xinhuo.people.Groups;

/** The one check of who may do what with the opportunities of lecturers: the table {@code rights/opportunity.csv}. */
@Component
@Transactional(readOnly = true)
public class OpportunityRights {

    private static final String FILE = "/rights/opportunity.csv";

    /** Whoever has applied has no part in these: also not after withdrawing, as one may apply again. */
    private static final Set<OpportunityAction> GIVES_PLACES =
            EnumSet.of(OpportunityAction.CONFIRM_PLACES, OpportunityAction.WITHDRAW_OTHERS, OpportunityAction.CALL_OFF);

    private static final String QUALIFIED = "qualified";
    private static final String APPLICANT = "applicant";
    private static final String ENTITLED = "entitled";

    /** The columns of the table. */
    static final List<String> ROLES = List.of(
            QUALIFIED,
            APPLICANT,
            ENTITLED,
            "lecturer",
            "employee",
            "manager",
            "hr",
            "process-owner",
            "auditor",
            "camunda-admin");

    private final Map<OpportunityAction, Set<String>> table = new EnumMap<>(OpportunityAction.class);
    private final TrainingApplications applications;
    private final LecturerResults results;
    private final TrainingRules rules;
    private final MeritRights merit;
    private final Groups groups;

    OpportunityRights(
            TrainingApplications applications,
            LecturerResults results,
            TrainingRules rules,
            MeritRights merit,
            Groups groups) {
        this.applications = applications;
        this.results = results;
        this.rules = rules;
        this.merit = merit;
        this.groups = groups;
        List<RightsFile.Row> rows = RightsFile.read(FILE, ROLES);
        for (OpportunityAction action : OpportunityAction.values()) {
            table.put(
                    action,
                    rows.stream()
                            .filter(row -> row.action().equals(action.code()))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException(FILE + " lacks " + action.code()))
                            .allowed());
        }
        if (rows.size() != table.size()) {
            throw new IllegalStateException(FILE + " names an action that nobody checks");
        }
    }

    /** @param offerId about which offer, or null where it is about none */
    public boolean may(String personId, OpportunityAction action, @Nullable String offerId) {
        Set<String> roles = new HashSet<>(groups.of(personId));
        if (results.of(personId).stream().anyMatch(rules::seemsQualified)) {
            roles.add(QUALIFIED);
        }
        if (action == OpportunityAction.OFFER_MENTORING && merit.mentorsNewLecturers(personId)) {
            roles.add(ENTITLED);
        }
        if (offerId != null && applications.counts(offerId, personId)) {
            roles.add(APPLICANT);
        }
        if (offerId != null && GIVES_PLACES.contains(action) && applications.hasEverApplied(offerId, personId)) {
            return false;
        }
        return roles.stream().anyMatch(table.getOrDefault(action, Set.of())::contains);
    }

    /** @throws Refusal where this person may not, or where the table that would open it does not answer */
    public void check(String personId, OpportunityAction action, @Nullable String offerId) {
        if (!may(personId, action, offerId)) {
            refuseSlips(personId, action);
            Refusal refusal = Refusal.forbidden(action.refusal());
            throw offerId == null ? refusal : refusal.about(offerId, "");
        }
    }

    /** Nobody is told that a result opens nothing where its table cannot be asked. */
    private void refuseSlips(String personId, OpportunityAction action) {
        Set<String> allowed = table.getOrDefault(action, Set.of());
        if (allowed.contains(QUALIFIED)) {
            results.of(personId).ifPresent(result -> rules.qualified(List.of(result)));
        }
        if (allowed.contains(ENTITLED)) {
            merit.mentoring(personId);
        }
    }
}
