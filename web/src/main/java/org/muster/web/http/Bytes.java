package org.muster.web.http;

import java.nio.charset.StandardCharsets;

/// Bytes that are sent or came, which nobody changes.
public final class Bytes {
    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /// These bytes.
    public static Bytes of(byte[] bytes) {
        return new Bytes(bytes.clone());
    }

    /// A text in UTF-8.
    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A copy of them.
    public byte[] toArray() {
        return bytes.clone();
    }

    /// How many.
    public int size() {
        return bytes.length;
    }
}
