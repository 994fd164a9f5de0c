package org.xinhuo.library.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.springframework.core.io.InputStreamSource;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Contents as objects of one bucket, below one prefix. */
final class S3Store implements ContentStore, AutoCloseable {

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    /** @param prefix before every key, such as {@code xinhuo/}; may be empty */
    S3Store(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    @Override
    public void put(ContentKey key, InputStreamSource content, long size) throws IOException {
        try {
            client.putObject(
                    request -> request.bucket(bucket).key(name(key)),
                    RequestBody.fromContentProvider(() -> opened(content, size), size, "application/octet-stream"));
        } catch (SdkException | UncheckedIOException failure) {
            throw new IOException("could not store " + key.value(), failure);
        }
    }

    private static InputStream opened(InputStreamSource content, long size) {
        try {
            return new Whole(content.getInputStream(), size);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public InputStream open(ContentKey key, long from, long count) throws IOException {
        try {
            return new Download(client.getObject(request ->
                    request.bucket(bucket).key(name(key)).range("bytes=" + from + "-" + (from + count - 1))));
        } catch (NoSuchKeyException missing) {
            NoSuchFileException none = new NoSuchFileException(key.value());
            none.initCause(missing);
            throw none;
        } catch (SdkException failure) {
            throw new IOException("could not open " + key.value(), failure);
        }
    }

    @Override
    public void delete(ContentKey key) throws IOException {
        try {
            client.deleteObject(request -> request.bucket(bucket).key(name(key)));
        } catch (SdkException failure) {
            throw new IOException("could not delete " + key.value(), failure);
        }
    }

    private String name(ContentKey key) {
        return prefix + key.value();
    }

    @Override
    public void close() {
        client.close();
    }

    /** A download that is given up does not read the rest first. */
    private static final class Download extends FilterInputStream {

        private final ResponseInputStream<GetObjectResponse> response;
        private boolean ended;

        Download(ResponseInputStream<GetObjectResponse> response) {
            super(response);
            this.response = response;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            ended |= read < 0;
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            ended |= count < 0;
            return count;
        }

        @Override
        public void close() throws IOException {
            if (!ended) {
                response.abort();
            }
            super.close();
        }
    }
}
