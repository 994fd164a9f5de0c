package org.xinhuo.mentoring.web;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;

/** A pair at work, asked for over HTTP when one of them is away. */
abstract class AbsenceOverHttp extends PairOverHttp {

    @BeforeEach
    void aPairAtWork() {
        company.employee("otto").employee("admin").role("admin", "camunda-admin");
        story.plan(id);
    }

    Answer post(String person, String path, String body) {
        return Caller.basic(port, person).with("Accept-Language", "en").post("/api/mentorships/" + id + path, body);
    }

    Answer read(String person) {
        return Caller.basic(port, person).get("/api/mentorships/" + id);
    }

    JsonNode details() {
        return read("han").json();
    }
}
