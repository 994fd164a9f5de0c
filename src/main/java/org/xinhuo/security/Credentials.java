package org.xinhuo.security;

import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** The hashed passwords that people have of their own. */
@Component
class Credentials {

    private final JdbcClient jdbc;
    private final CompanyTime time;

    Credentials(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** The stored hash, or nothing where nobody set a password yet. */
    @Transactional(readOnly = true)
    public Optional<String> hashOf(String employeeId) {
        return jdbc.sql("select password from credential where employee_id = ?")
                .param(employeeId)
                .query(String.class)
                .optional();
    }

    @Transactional
    public void set(String employeeId, String hash) {
        jdbc.sql("insert into credential (employee_id, password, changed_at) values (:id, :hash, :now)"
                        + " on conflict (employee_id) do update set password = :hash, changed_at = :now")
                .param("id", employeeId)
                .param("hash", hash)
                .param("now", Timestamp.from(time.now()))
                .update();
    }
}
