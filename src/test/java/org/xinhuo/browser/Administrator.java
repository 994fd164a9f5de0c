package org.xinhuo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.xinhuo.testing.Caller;

/** Lets time pass: fires timers and runs waiting jobs over {@code /engine-rest}. */
final class Administrator {

    private final Caller rest;

    Administrator(int port, String id) {
        this.rest = Caller.basic(port, id);
    }

    /** Fires the one timer that waits at this element. */
    void fire(String activityId) {
        int fired = 0;
        for (JsonNode definition : get("/engine-rest/job-definition?activityIdIn=" + activityId)) {
            for (JsonNode job : get(
                    "/engine-rest/job?jobDefinitionId=" + definition.path("id").asText())) {
                execute(job);
                fired++;
            }
        }
        assertThat(fired).as("timers at " + activityId).isEqualTo(1);
    }

    /** Runs what waits for nothing but a free hand, and what comes of it. */
    void runJobs() {
        JsonNode jobs = get("/engine-rest/job?messages=true");
        while (!jobs.isEmpty()) {
            jobs.forEach(this::execute);
            jobs = get("/engine-rest/job?messages=true");
        }
    }

    private void execute(JsonNode job) {
        Caller.Answer answer = rest.post("/engine-rest/job/" + job.path("id").asText() + "/execute", "{}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    private JsonNode get(String path) {
        Caller.Answer answer = rest.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
