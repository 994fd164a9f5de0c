package org.xinhuo.promotion;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Texts;

/** What the gate misses, in the words of the reader. */
@Component
class MissingConditions {

    private final Texts texts;
    private final KnownRoles roles;

    MissingConditions(Texts texts, KnownRoles roles) {
        this.texts = texts;
        this.roles = roles;
    }

    /** Every missing condition with its figures, in one text. */
    String text(Eligibility found, String targetRole) {
        return sentences(found, targetRole).stream().collect(Collectors.joining(" "));
    }

    /** Whoever has left is promoted no more. */
    String applicantLeft() {
        return texts.text("promotion.applicantLeft");
    }

    /** A sentence for every missing condition. */
    List<String> sentences(Eligibility found, String targetRole) {
        return found.missing().stream()
                .map(missing -> switch (missing.condition()) {
                    case Eligibility.LECTURER_MONTHS ->
                        texts.text("promotion.missing.lecturerMonths", missing.required(), found.lecturerMonths());
                    case Eligibility.EXCELLENT_MONTHS ->
                        texts.text("promotion.missing.excellentMonths", missing.required(), found.excellentMonths());
                    case Eligibility.TARGET_ROLE ->
                        texts.text("promotion.missing.targetRole", targetRole, roles.listed());
                    default -> texts.text("promotion.missing.other", missing.condition(), missing.required());
                })
                .toList();
    }
}
