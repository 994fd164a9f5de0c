package org.xinhuo.mentoring.rights;

import java.util.List;
import java.util.Map;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;

/**
 * For each action over many mentorships what asks for it. Those that would change something are asked so that whoever
 * may is refused for another reason, such as a day that will not do: the next cell finds the same world.
 */
final class CompanyCalls {

    private CompanyCalls() {}

    /**
     * One call or page.
     *
     * @param address as the product maps it
     * @param id what stands for {@code {id}}; null where it is whoever asks
     * @param body JSON of a call, or null
     * @param fields of a form, or null
     */
    record Call(
            CompanyAction action,
            String method,
            String address,
            String id,
            String body,
            boolean isPage,
            Map<String, String> fields) {

        boolean isForm() {
            return fields != null;
        }

        String path(String person) {
            return address.replace("{id}", of(person))
                    .replace("{mentorId}", "ming")
                    .replace("{leaveId}", "0");
        }

        /** As a refusal is written down. */
        String written(String person) {
            return (isPage ? "page " : "api ") + method + " " + address.split("[?]")[0] + " "
                    + (address.contains("{id}") ? of(person) : "");
        }

        private String of(String person) {
            return id == null ? person : id;
        }

        Answer over(Caller caller, String person) {
            return switch (method) {
                case "GET" -> caller.get(path(person));
                case "DELETE" -> caller.delete(path(person));
                default -> caller.post(path(person), body);
            };
        }

        @Override
        public String toString() {
            return action + " " + (isPage ? "page " : "") + method + " " + address + " " + id;
        }
    }

    static List<Call> all() {
        String longAgo = "2000-01-01";
        String wrongDays = "{\"from\":\"2000-01-02\",\"until\":\"2000-01-01\"}";
        return List.of(
                api(CompanyAction.READ_EXECUTION_RATES, "GET", "/api/execution-rates?by=company", null, null),
                api(CompanyAction.READ_DEPARTMENT_RATES, "GET", "/api/execution-rates?by=department", null, null),
                api(CompanyAction.READ_DUTIES_OF_ALL, "GET", "/api/duties", null, null),
                api(CompanyAction.READ_LOG_READINGS, "GET", "/api/audit/log-readings", null, null),
                page(CompanyAction.READ_LOG_READINGS, "/audit/log-readings"),
                api(CompanyAction.READ_COHORTS, "GET", "/api/cohorts", null, null),
                api(CompanyAction.READ_COHORTS, "GET", "/api/cohorts/{id}", "none", null),
                api(CompanyAction.START_COHORT, "POST", "/api/cohorts", null, "{\"menteeIds\":[]}"),
                api(CompanyAction.START_COHORT, "POST", "/api/cohorts/dry-run", null, "{\"menteeIds\":[]}"),
                api(
                        CompanyAction.WITHDRAW_COHORT,
                        "POST",
                        "/api/cohorts/{id}/withdrawal",
                        "none",
                        "{\"reason\":\"mistake\"}"),
                api(CompanyAction.MANAGE_DEPARTURES, "POST", "/api/employees/{id}/departure", "otto", on(longAgo)),
                api(CompanyAction.MANAGE_DEPARTURES, "DELETE", "/api/employees/{id}/departure", "otto", null),
                api(CompanyAction.MANAGE_DEPARTURES, "POST", "/api/employees/{id}/return", "otto", on(longAgo)),
                page(CompanyAction.MANAGE_DEPARTURES, "/departures"),
                form(CompanyAction.MANAGE_DEPARTURES, "/departures", Map.of("employeeId", "otto", "on", longAgo)),
                form(CompanyAction.MANAGE_DEPARTURES, "/departures/{id}/taken-back", Map.of()),
                form(
                        CompanyAction.MANAGE_DEPARTURES,
                        "/departures/returns",
                        Map.of("returnedId", "otto", "returnedOn", longAgo)),
                api(CompanyAction.NOTE_LEAVE_OF_OTHERS, "GET", "/api/mentors/{id}/leaves", "ming", null),
                api(CompanyAction.NOTE_LEAVE_OF_OTHERS, "POST", "/api/mentors/{id}/leaves", "ming", wrongDays),
                api(CompanyAction.NOTE_LEAVE_OF_OTHERS, "DELETE", "/api/mentors/{id}/leaves/{leaveId}", "ming", null),
                form(
                        CompanyAction.NOTE_LEAVE_OF_OTHERS,
                        "/leaves",
                        Map.of("mentorId", "ming", "from", "2000-01-02", "until", longAgo)),
                form(CompanyAction.NOTE_LEAVE_OF_OTHERS, "/leaves/{mentorId}/{leaveId}/end", Map.of()),
                api(CompanyAction.NOTE_OWN_LEAVE, "GET", "/api/mentors/{id}/leaves", null, null),
                api(CompanyAction.NOTE_OWN_LEAVE, "POST", "/api/mentors/{id}/leaves", null, wrongDays),
                form(CompanyAction.NOTE_OWN_LEAVE, "/leaves", Map.of("from", "2000-01-02", "until", longAgo)));
    }

    private static String on(String day) {
        return "{\"on\":\"" + day + "\"}";
    }

    private static Call api(CompanyAction action, String method, String address, String id, String body) {
        return new Call(action, method, address, id, body, false, null);
    }

    private static Call page(CompanyAction action, String address) {
        return new Call(action, "GET", address, "otto", null, true, null);
    }

    private static Call form(CompanyAction action, String address, Map<String, String> fields) {
        return new Call(action, "POST", address, "otto", null, true, fields);
    }
}
