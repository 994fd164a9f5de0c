package org.xinhuo.incentive.rating;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a personal link says: which key signed it, which attendance it rates for, until when. Written as 43 characters
 * of base64url: 4 bytes key, 8 bytes attendance, 4 bytes seconds since 1970 (unsigned), and the first 16 bytes of
 * HMAC-SHA-256 (RFC 2104) over a fixed word and those three. 128 bits cannot be guessed, and who has one link cannot
 * make another of it.
 */
record LinkToken(int key, long attendance, Instant expiresAt) {

    private static final String ALGORITHM = "HmacSHA256";

    /** Keeps a signature made for something else from counting here. */
    private static final byte[] PURPOSE = "xinhuo/rate/1".getBytes(StandardCharsets.US_ASCII);

    private static final int SAID = Integer.BYTES + Long.BYTES + Integer.BYTES;
    private static final int SIGNATURE = 16;
    private static final int CHARACTERS = 43;

    String signed(byte[] secret) {
        byte[] said = said();
        ByteBuffer token = ByteBuffer.allocate(SAID + SIGNATURE);
        token.put(said).put(signature(said, secret));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** What stands in a token, believed by nobody yet; empty where it is none. */
    static Optional<LinkToken> read(String token) {
        byte[] bytes = bytes(token);
        if (bytes.length != SAID + SIGNATURE) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            return Optional.of(new LinkToken(
                    buffer.getInt(), buffer.getLong(), Instant.ofEpochSecond(Integer.toUnsignedLong(buffer.getInt()))));
        } catch (BufferUnderflowException tooShort) {
            return Optional.empty();
        }
    }

    /** Whether this key signed the token, in a time that tells nothing about the signature. */
    boolean isSigned(String token, byte[] secret) {
        byte[] bytes = bytes(token);
        return bytes.length == SAID + SIGNATURE
                && MessageDigest.isEqual(Arrays.copyOfRange(bytes, SAID, SAID + SIGNATURE), signature(said(), secret));
    }

    private byte[] said() {
        return ByteBuffer.allocate(SAID)
                .putInt(key)
                .putLong(attendance)
                .putInt((int) expiresAt.getEpochSecond())
                .array();
    }

    private static byte[] signature(byte[] said, byte[] secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update(PURPOSE);
            return Arrays.copyOf(mac.doFinal(said), SIGNATURE);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty where it is no base64url of the right length. */
    private static byte[] bytes(String token) {
        if (token.length() != CHARACTERS) {
            return new byte[0];
        }
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }
}
