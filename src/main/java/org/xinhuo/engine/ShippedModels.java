package org.xinhuo.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The models as the application brought them along at its last start, by file name. */
@Repository
class ShippedModels {

    private final JdbcClient jdbc;

    ShippedModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Hashes by file name. */
    Map<String, String> hashes() {
        return jdbc
                .sql("select name, hash from shipped_model")
                .query((row, index) -> Map.entry(row.getString("name"), row.getString("hash")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void remember(String name, String hash, Instant at) {
        jdbc.sql("""
                        insert into shipped_model (name, hash, seen_at) values (?, ?, ?)
                        on conflict (name) do update set hash = excluded.hash, seen_at = excluded.seen_at
                        """).params(name, hash, Timestamp.from(at)).update();
    }

    /** The same on every operating system: a line's end does not change a model. */
    static String hash(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8).replace("\r\n", "\n");
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
