package org.xinhuo.testing;

import java.io.InputStream;
import java.util.Arrays;

/** So many letters a, made as they are read: a large file that needs no memory. */
public final class Letters extends InputStream {

    private long left;

    public Letters(long count) {
        this.left = count;
    }

    @Override
    public int read() {
        return left-- > 0 ? 'a' : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (left <= 0) {
            return -1;
        }
        int count = (int) Math.min(length, left);
        Arrays.fill(target, offset, offset + count, (byte) 'a');
        left -= count;
        return count;
    }
}
