package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;

/** Somebody leaves the company, stays after all, or comes back. */
class DepartureApiTest extends AbsenceOverHttp {

    @Test
    void whoLeavesCannotLogInAndNothingWaits() {
        Caller wang = Caller.browser(port, "wang");
        assertThat(depart("wang", "wang").status()).isEqualTo(403);
        assertThat(depart("mei", "wang").status()).isEqualTo(403);
        assertThat(depart("han", "nobody").status()).isEqualTo(404);
        assertThat(depart("admin", "admin").status()).isEqualTo(403);
        Answer left = depart("han", "wang");
        assertThat(left.status()).as(left.toString()).isEqualTo(204);
        assertThat(read("wang").status()).isEqualTo(401);
        assertThat(wang.get("/").status()).isNotEqualTo(200);
        assertThat(details().get("state").asText()).isEqualTo("matching");
        assertThat(depart("han", "wang").status()).isEqualTo(409);
    }

    @Test
    void anAnnouncedDepartureIsTakenBackBeforeItsDay() {
        String tomorrow = time.today().plusDays(1).toString();
        assertThat(stay("han", "wang").status()).isEqualTo(409);
        assertThat(Caller.basic(port, "han")
                        .post("/api/employees/wang/departure", "{\"on\":\"" + tomorrow + "\"}")
                        .status())
                .isEqualTo(204);
        for (String other : new String[] {"mei", "wang", "otto"}) {
            assertThat(stay(other, "wang").status()).as(other).isEqualTo(403);
        }
        Answer stays = stay("admin", "wang");
        assertThat(stays.status()).as(stays.toString()).isEqualTo(204);
        assertThat(stay("han", "nobody").status()).isEqualTo(404);
        assertThat(stay("han", "wang").json().get("detail").asText()).isEqualTo("wang is not leaving.");
        depart("han", "wang");
        assertThat(stay("han", "wang").json().get("detail").asText()).startsWith("wang has left already");
    }

    @Test
    void thePageOfDeparturesIsHrsAlone() {
        String tomorrow = time.today().plusDays(1).toString();
        Caller mei = Caller.browser(port, "mei");
        assertThat(mei.get("/departures").status()).isEqualTo(403);
        assertThat(send(mei, "/departures", "employeeId", "wang", "on", tomorrow)
                        .status())
                .isEqualTo(403);
        assertThat(stay("han", "wang").status()).isEqualTo(409);
        Caller han = Caller.browser(port, "han");
        assertThat(send(han, "/departures", "employeeId", "wang", "on", tomorrow)
                        .status())
                .isEqualTo(302);
        assertThat(send(mei, "/departures/wang/taken-back").status()).isEqualTo(403);
        assertThat(han.get("/departures").body()).contains("/departures/wang/taken-back");
        assertThat(send(han, "/departures/wang/taken-back").status()).isEqualTo(302);
        assertThat(han.get("/departures").body()).doesNotContain("/departures/wang/taken-back");
    }

    @Test
    void whoHasLeftLogsInAgainFromTheDayOfTheReturnOn() {
        depart("han", "wang");
        assertThat(returns("mei", "wang", time.today().toString()).status()).isEqualTo(403);
        assertThat(returns("han", "wang", "soon").status()).isEqualTo(400);
        assertThat(returns("han", "wang", time.today().plusDays(1).toString()).status())
                .isEqualTo(400);
        Answer back = returns("han", "wang", time.today().toString());
        assertThat(back.status()).as(back.toString()).isEqualTo(204);
        assertThat(read("wang").status()).isNotEqualTo(401);
        assertThat(returns("han", "wang", time.today().toString())
                        .json()
                        .get("detail")
                        .asText())
                .isEqualTo("wang has not left.");
    }

    private Answer returns(String by, String person, String on) {
        return Caller.basic(port, by)
                .with("Accept-Language", "en")
                .post("/api/employees/" + person + "/return", "{\"on\":\"" + on + "\"}");
    }

    /** The page asks once more; /api means what it says. */
    @Test
    void aDepartureThatActsAtOnceIsConfirmedOnThePage() {
        Caller han = Caller.browser(port, "han");
        String today = time.today().toString();
        assertThat(send(han, "/departures", "employeeId", "wang", "on", today).status())
                .isEqualTo(302);
        assertThat(read("wang").status()).isNotEqualTo(401);
        assertThat(han.get("/departures").body()).contains("That acts at once", "name=\"confirmed\"");
        assertThat(send(han, "/departures", "employeeId", "wang", "on", today, "confirmed", "true")
                        .status())
                .isEqualTo(302);
        assertThat(read("wang").status()).isEqualTo(401);
        assertThat(send(han, "/departures/returns", "returnedId", "wang", "returnedOn", today)
                        .status())
                .isEqualTo(302);
        assertThat(read("wang").status()).isNotEqualTo(401);
    }

    /** As the browser sends a form, with the token of the session. */
    private static Answer send(Caller caller, String path, String... fields) {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
                .matcher(caller.get("/").body());
        assertThat(token.find()).isTrue();
        Map<String, String> all = new HashMap<>(Map.of("_csrf", token.group(1)));
        for (int field = 0; field < fields.length; field += 2) {
            all.put(fields[field], fields[field + 1]);
        }
        return caller.form(path, all);
    }

    private Answer stay(String by, String person) {
        return Caller.basic(port, by).with("Accept-Language", "en").delete("/api/employees/" + person + "/departure");
    }

    private Answer depart(String by, String person) {
        return Caller.basic(port, by)
                .post("/api/employees/" + person + "/departure", "{\"on\":\"" + time.today() + "\"}");
    }
}
