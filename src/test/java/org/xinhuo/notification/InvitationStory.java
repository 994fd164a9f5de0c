package org.xinhuo.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.incentive.invitation.SendInvitations;
import org.xinhuo.incentive.sharing.AskForChange;

/** Wang's shares, planned and moved, with an audience in two time zones. */
abstract class InvitationStory extends MailStory {

    static final Instant START = MONDAY_AT_TEN.plus(Duration.ofDays(10));

    static final String TITLE = "如何做需求访谈，以及访谈之后怎样把客户说的话整理成人人看得懂的需求清单";

    @Autowired
    RuntimeService runtime;

    @Autowired
    AskForChange ask;

    @Autowired
    SendInvitations send;

    @BeforeEach
    void people() {
        company.employee("wang").lecturer("wang", "default").employee("li").lecturer("li", "default");
        company.employee("han").role("han", "hr").employee("jo", "Support", "Agent", null);
        company.write("update employee set department = 'Academy' where id in ('wang', 'li', 'han')");
        company.write("update employee set locale = 'en', time_zone = 'Europe/Berlin' where id = 'jo'");
    }

    void moved(String share, int hours) {
        Instant later = START.plus(Duration.ofHours(hours));
        ask.move(share, new AskForChange.Move(later, null, null, null), "x", "wang");
    }

    void planned(Instant start, String audience) {
        planned("s1", start, audience);
    }

    void planned(String id, Instant start, String audience) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("lecturerId", "wang");
        variables.put("title", TITLE);
        variables.put("startsAt", start.toString());
        variables.put("minutes", 45);
        variables.put("place", "三楼会议室 https://meet.example.org/a?b=1");
        variables.put("audience", audience);
        runtime.startProcessInstanceByKey("sharing", id, variables);
    }
}
