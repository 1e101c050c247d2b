package org.muster.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Standard output that remembers why it could not be written: a stream for printing swallows it.
final class StandardOutput extends FilterOutputStream {
    private Optional<IOException> failure = Optional.empty();

    StandardOutput(OutputStream to) {
        super(to);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException refused) {
            failure = failure.or(() -> Optional.of(refused));
            throw refused;
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException refused) {
            failure = failure.or(() -> Optional.of(refused));
            throw refused;
        }
    }

    /// Why it could not be written, if so.
    Optional<IOException> failure() {
        return failure;
    }

    /// Whether whoever read it has gone, as `head` does: that needs no words.
    boolean isLeft() {
        return failure.map(IOException::getMessage)
                .filter(why -> why.contains("Broken pipe") || why.contains("EPIPE"))
                .isPresent();
    }
}
