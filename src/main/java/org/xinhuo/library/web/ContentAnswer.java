package org.xinhuo.library.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.xinhuo.library.ReadContent;

/**
 * Sends a content over HTTP (RFC 9110): whole, a range of it, or only that nothing has changed. Always as an attachment
 * in a sandbox: no browser runs or shows anything of it under our address. Streamed; no more than a buffer is in memory.
 */
@Component
class ContentAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(ContentAnswer.class);

    private final ReadContent readContent;

    ContentAnswer(ReadContent readContent) {
        this.readContent = readContent;
    }

    /** From which byte on, and how many. */
    private record Span(long from, long count) {}

    void send(ReadContent.Content content, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tag = "\"" + content.sha256() + "\"";
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        // To be kept by the reader's browser alone, and to be asked about each time: access may have ended.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
            return;
        }
        boolean onlyHead = request.getMethod().equals("HEAD");
        // Only GET knows parts.
        Span span = onlyHead ? new Span(0, content.size()) : span(request, tag, content.size());
        if (span == null) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + content.size());
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        if (onlyHead) {
            head(content, span, response);
            return;
        }
        try (InputStream in = readContent.open(content, span.from(), span.count())) {
            // The rest of an interrupted download is no second look; a part alone is a first one.
            if (span.from() == 0 || !readContent.isRecorded(content)) {
                readContent.record(content);
            }
            head(content, span, response);
            in.transferTo(response.getOutputStream());
        } catch (IOException broken) {
            if (!response.isCommitted()) {
                throw broken;
            }
            // Too late for an answer: the reader has gone, or sees that the length is short.
            LOG.debug("A download was cut off", broken);
        }
    }

    private static void head(ReadContent.Content content, Span span, HttpServletResponse response) {
        response.setContentType(content.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, content.disposition());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setContentLengthLong(span.count());
        if (span.count() < content.size()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader(
                    HttpHeaders.CONTENT_RANGE,
                    "bytes " + span.from() + "-" + (span.from() + span.count() - 1) + "/" + content.size());
        }
    }

    /** @return null where the range lies outside of the content */
    private static @Nullable Span span(HttpServletRequest request, String tag, long size) {
        Span whole = new Span(0, size);
        String header = request.getHeader(HttpHeaders.RANGE);
        String unlessChanged = request.getHeader(HttpHeaders.IF_RANGE);
        // A part of another version would not fit to what the reader has.
        if (header == null || unlessChanged != null && !unlessChanged.equals(tag)) {
            return whole;
        }
        List<HttpRange> ranges;
        try {
            ranges = HttpRange.parseRanges(header);
        } catch (IllegalArgumentException unreadable) {
            return whole;
        }
        if (ranges.size() != 1) {
            return whole;
        }
        long from = ranges.get(0).getRangeStart(size);
        return from >= size ? null : new Span(from, ranges.get(0).getRangeEnd(size) - from + 1);
    }
}
