package org.muster.gametool;

/// How many threads to use.
final class Threads {
    private Threads() {}

    /// As many as asked for, or as there are processors.
    static int of(int asked) {
        return asked > 0 ? Math.min(asked, 256) : Runtime.getRuntime().availableProcessors();
    }
}
