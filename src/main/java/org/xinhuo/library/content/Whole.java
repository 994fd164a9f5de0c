package org.xinhuo.library.content;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that must not end before its length: what would look like its end is a failure. */
final class Whole extends FilterInputStream {

    private long left;

    Whole(InputStream stream, long length) {
        super(stream);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        left -= read < 0 ? 0 : 1;
        return checked(read);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        left -= Math.max(0, count);
        return checked(count);
    }

    private int checked(int read) throws EOFException {
        if (read < 0 && left > 0) {
            throw new EOFException(left + " bytes are missing");
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
