package org.xinhuo.mentoring.process;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.notification.PlacesOfProcesses;

/** The page of a pair for the processes that carry its id. */
@Component
class PlacesOfMentoring implements PlacesOfProcesses {

    private static final Set<String> OF_A_PAIR =
            Set.of("mentoring", "matching", "plan-negotiation", "coaching", "evaluation");

    private final Mentorships mentorships;

    PlacesOfMentoring(Mentorships mentorships) {
        this.mentorships = mentorships;
    }

    @Override
    public Optional<String> placeOf(String process, @Nullable String businessKey) {
        return businessKey != null && OF_A_PAIR.contains(process) && mentorships.existsById(businessKey)
                ? Optional.of("/mentorships/" + businessKey)
                : Optional.empty();
    }
}
