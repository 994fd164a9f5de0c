package org.xinhuo.security;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/**
 * Whether a name and a password belong together. Only who works here today may log in. In the demo a person without a
 * password of the own logs in with the id; elsewhere a person without a password does not log in at all.
 *
 * <p>Every answer costs one hash, whether the person exists or not, so that the time taken tells nothing. A password
 * that was right a moment ago is recognised by a keyed digest instead, because HTTP Basic sends it with every request.
 */
@Component
class LoginRules {

    /** BCrypt ignores what comes after; a longer password would promise more than it keeps. */
    static final int MOST_BYTES = 72;

    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(10);
    private static final String DIGEST = "HmacSHA256";

    private record Verified(String hash, byte[] digest, long nanoTime) {}

    private final Employees employees;
    private final Credentials credentials;
    private final PasswordEncoder encoder;
    private final CompanyTime time;
    private final boolean demo;
    private final String nobodysHash;
    private final SecretKeySpec digestKey;
    private final Map<String, Verified> verified = new ConcurrentHashMap<>();

    LoginRules(
            Employees employees,
            Credentials credentials,
            PasswordEncoder encoder,
            CompanyTime time,
            @Value("${xinhuo.demo}") boolean demo) {
        this.employees = employees;
        this.credentials = credentials;
        this.encoder = encoder;
        this.time = time;
        this.demo = demo;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.digestKey = new SecretKeySpec(random, DIGEST);
        this.nobodysHash = encoder.encode("nobody");
    }

    boolean belongTogether(String id, String password) {
        if (password.isEmpty()
                || password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
                || id.chars().anyMatch(Character::isISOControl)) {
            encoder.matches("nobody", nobodysHash);
            return false;
        }
        boolean worksHere =
                employees.findById(id).filter(employee -> isActive(employee)).isPresent();
        Optional<String> own = credentials.hashOf(id);
        String hash = own.orElse(nobodysHash);
        byte[] digest = digest(id, password);
        if (worksHere && isRemembered(id, hash, digest)) {
            return true;
        }
        boolean matches = encoder.matches(password, hash) && own.isPresent();
        boolean matchesDemo = own.isEmpty() && demo && same(id, password);
        boolean right = worksHere && (matches || matchesDemo);
        if (right) {
            remember(id, hash, digest);
        }
        return right;
    }

    private boolean isActive(Employee employee) {
        return employee.isActiveOn(time.today());
    }

    private boolean isRemembered(String id, String hash, byte[] digest) {
        Verified last = verified.get(id);
        return last != null
                && last.hash().equals(hash)
                && System.nanoTime() - last.nanoTime() < REMEMBERED_FOR.toNanos()
                && MessageDigest.isEqual(last.digest(), digest);
    }

    private void remember(String id, String hash, byte[] digest) {
        if (verified.size() >= MOST_REMEMBERED) {
            verified.clear();
        }
        verified.put(id, new Verified(hash, digest, System.nanoTime()));
    }

    private byte[] digest(String id, String password) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(digestKey);
            return mac.doFinal((id.length() + ":" + id + password).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean same(String id, String password) {
        return MessageDigest.isEqual(id.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
    }
}
