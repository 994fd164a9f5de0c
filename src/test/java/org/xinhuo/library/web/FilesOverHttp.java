package org.xinhuo.library.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Sends and fetches files as bytes, with HTTP Basic; in tests the id is the password. */
final class FilesOverHttp {

    private static final String BOUNDARY = "xinhuo-boundary";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;

    FilesOverHttp(int port) {
        this.root = "http://localhost:" + port;
    }

    HttpResponse<String> upload(String person, String path, String name, byte[] file, Map<String, String> fields) {
        return upload(person, path, name, file.length, () -> new ByteArrayInputStream(file), fields);
    }

    /** Streamed; the file need not fit into memory. */
    HttpResponse<String> upload(
            String person,
            String path,
            String name,
            long size,
            Supplier<InputStream> file,
            Map<String, String> fields) {
        StringBuilder before = new StringBuilder();
        fields.forEach((field, value) -> before.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                .append(field)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        before.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(name)
                .append("\"\r\nContent-Type: application/pdf\r\n\r\n");
        byte[] head = before.toString().getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        HttpRequest.BodyPublisher body =
                BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(
                        List.of(new ByteArrayInputStream(head), file.get(), new ByteArrayInputStream(tail)))));
        HttpRequest request = request(person, path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.fromPublisher(body, head.length + size + tail.length))
                .build();
        return sent(request, BodyHandlers.ofString());
    }

    /** Whatever somebody may send. */
    HttpResponse<String> send(String person, String path, String contentType, String body) {
        return sent(
                request(person, path)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<byte[]> fetch(String person, String path, String... headers) {
        HttpRequest.Builder request = request(person, path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return sent(request.build(), BodyHandlers.ofByteArray());
    }

    /** The body goes where the handler puts it. */
    <T> HttpResponse<T> fetch(String person, String path, HttpResponse.BodyHandler<T> handler) {
        return sent(request(person, path).build(), handler);
    }

    HttpResponse<byte[]> head(String person, String path, String... headers) {
        HttpRequest.Builder request = request(person, path).method("HEAD", BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return sent(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String person, String path) {
        byte[] credentials = (person + ":" + person).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(root + path))
                .header("Accept-Language", "en")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
