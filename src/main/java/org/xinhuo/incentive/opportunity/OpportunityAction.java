package org.xinhuo.incentive.opportunity;

import java.util.Locale;

/** What {@code rights/opportunity.csv} is asked about. */
public enum OpportunityAction {
    PUBLISH_OFFER,
    READ_OFFERS,
    READ_APPLICATIONS,
    APPLY,
    WITHDRAW_OWN,
    WITHDRAW_OTHERS,
    CONFIRM_PLACES,
    CALL_OFF,
    OFFER_MENTORING,
    READ_MENTORING_OFFERS;

    /** As the table writes it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sentence of a refusal. */
    String refusal() {
        return "opportunity.refused." + code();
    }
}
