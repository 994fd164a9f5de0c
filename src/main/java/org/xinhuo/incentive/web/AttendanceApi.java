package org.xinhuo.incentive.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xinhuo.base.Reason;
import org.xinhuo.incentive.sharing.AttendanceList;

/** The attendance list over HTTP: read and corrected; {@code POST /api/shares/{id}/attendance} adds to it. */
@RestController
class AttendanceApi {

    private final AttendanceList list;

    AttendanceApi(AttendanceList list) {
        this.list = list;
    }

    /** What a removal takes in; for the description of the interface. */
    record RemovalRequest(
            @Schema(maxLength = Reason.LONGEST) String reason) {}

    /** For the lecturer, HR, auditors and administrators. */
    @GetMapping("/api/shares/{id}/attendance")
    AttendanceList.Shown attendance(@PathVariable String id, Principal reader) {
        return list.show(id, reader.getName());
    }

    /** Takes off somebody who was not there; for HR and administrators, never for the lecturer. */
    @PostMapping("/api/shares/{id}/attendance/{employeeId}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable String id,
            @PathVariable String employeeId,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = RemovalRequest.class)))
                    @RequestBody
                    JsonNode body,
            Principal remover) {
        list.remove(id, employeeId, body.path("reason").textValue(), remover.getName());
    }
}
