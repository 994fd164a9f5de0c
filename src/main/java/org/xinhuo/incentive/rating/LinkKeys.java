package org.xinhuo.incentive.rating;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** The keys that sign personal links. One signs for a month; no link lives as long as a key is kept after that. */
@Repository
@Transactional
class LinkKeys {

    private static final Duration SIGNS_FOR = Duration.ofDays(30);
    private static final Duration KEPT_FOR = Duration.ofDays(60);
    private static final int BYTES = 32;

    private static final RowMapper<Key> KEY = (row, number) -> new Key(row.getInt("id"), row.getBytes("secret"));

    private final JdbcClient jdbc;
    private final CompanyTime time;
    private final SecureRandom random = new SecureRandom();

    LinkKeys(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Not a record: nobody prints it. */
    static final class Key {

        private final int id;
        private final byte[] secret;

        Key(int id, byte[] secret) {
            this.id = id;
            this.secret = secret;
        }

        int id() {
            return id;
        }

        byte[] secret() {
            return secret;
        }
    }

    /** The key that signs now; a new one where the last has signed for a month. Two nodes may make two: both are good. */
    Key signing() {
        Instant now = time.now();
        return jdbc.sql("select id, secret from rating_link_key where created_at > :oldest order by id desc limit 1")
                .param("oldest", Timestamp.from(now.minus(SIGNS_FOR)))
                .query(KEY)
                .optional()
                .orElseGet(() -> make(now));
    }

    Optional<Key> find(int id) {
        return jdbc.sql("select id, secret from rating_link_key where id = :id")
                .param("id", id)
                .query(KEY)
                .optional();
    }

    private Key make(Instant now) {
        jdbc.sql("delete from rating_link_key where created_at <= :oldest")
                .param("oldest", Timestamp.from(now.minus(KEPT_FOR)))
                .update();
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return jdbc.sql("insert into rating_link_key (secret, created_at) values (:secret, :now) returning id, secret")
                .param("secret", secret)
                .param("now", Timestamp.from(now))
                .query(KEY)
                .single();
    }
}
