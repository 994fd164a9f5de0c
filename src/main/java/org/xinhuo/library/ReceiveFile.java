package org.xinhuo.library;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.library.content.ContentKey;
import org.xinhuo.library.content.ContentStore;
import org.xinhuo.library.scan.VirusScan;

/**
 * Takes a file in: checks name, size and type, has it scanned, and only then stores it. Nobody can see it before it has
 * a version, so nothing unclean is ever visible. Not transactional: the storage is outside the house, and no connection
 * to the database waits for it.
 */
@Component
class ReceiveFile {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiveFile.class);
    private static final int BUFFER = 64 * 1024;

    private final FileTypes types;
    private final VirusScan scan;
    private final ContentStore store;
    private final PendingUploads pending;
    private final UploadRules rules;

    ReceiveFile(FileTypes types, VirusScan scan, ContentStore store, PendingUploads pending, UploadRules rules) {
        this.types = types;
        this.scan = scan;
        this.store = store;
        this.pending = pending;
        this.rules = rules;
    }

    /** @throws Refusal where the file breaks a rule, carries a virus, or cannot be checked or stored now */
    ReceivedFile receive(Upload upload) {
        FileName name = FileName.of(upload.fileName());
        if (name == null) {
            throw Refusal.invalid("file", "library.nameMissing");
        }
        if (upload.size() > rules.largestBytes()) {
            throw Refusal.tooLarge("library.tooLarge", rules.largestMegabytes());
        }
        if (upload.size() <= 0) {
            throw Refusal.invalid("file", "library.empty", name.value());
        }
        try {
            String type = types.check(name, upload.content());
            String sha256 = hash(upload);
            expectClean(name, upload);
            ContentKey key = ContentKey.fresh();
            store(key, upload);
            return new ReceivedFile(key, name, type, upload.size(), sha256, scan.scanner());
        } catch (IOException unreadable) {
            LOG.warn("An uploaded file cannot be read", unreadable);
            throw Refusal.invalid("file", "library.unreadable", name.value());
        }
    }

    private String hash(Upload upload) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(upload.content().getInputStream(), digest)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
            }
            if (size != upload.size()) {
                throw new IOException("said to be " + upload.size() + " bytes, and is " + size);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Fails closed: what cannot be checked does not come in. */
    private void expectClean(FileName name, Upload upload) {
        try {
            scan.findIn(upload.content()).ifPresent(virus -> {
                LOG.warn("The scanner found {} in an uploaded file", virus);
                throw Refusal.invalid("file", "library.virus", name.value(), virus);
            });
        } catch (IOException unknown) {
            LOG.error("An uploaded file cannot be scanned", unknown);
            throw Refusal.unavailable("library.cannotScan");
        }
    }

    private void store(ContentKey key, Upload upload) {
        pending.begin(key);
        try {
            store.put(key, upload.content(), upload.size());
        } catch (IOException failure) {
            LOG.error("An uploaded file cannot be stored", failure);
            throw Refusal.unavailable("library.cannotStore");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
