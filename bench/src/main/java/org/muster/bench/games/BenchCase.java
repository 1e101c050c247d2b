package org.muster.bench.games;

import java.util.Map;

/// One benchmark with its parameters.
///
/// @param title      what it is called
/// @param method     class and method that JMH runs, as in `TableBenchmarks.nucleolus`
/// @param parameters of the states, by name; the threads come with the run
/// @param players    0 where there is no table of all coalitions
/// @param limit      what it is held against
record BenchCase(String title, String method, Map<String, String> parameters, int players, Limit limit) {
    BenchCase {
        parameters = Map.copyOf(parameters);
    }

    /// Bytes of the table: 8 a coalition.
    long tableBytes() {
        return players == 0 ? 0 : 8L << players;
    }

    /// How often a benchmark is run before and while it is timed, a second each time or one call, whichever is longer.
    ///
    /// A second of calls that take milliseconds is enough for the compiler; where one call takes a second, its inner
    /// loops are compiled within the first.
    Pace pace() {
        return players >= 30 ? new Pace(1, 3) : players >= 27 ? new Pace(2, 3) : new Pace(2, 2);
    }

    /// @param warmUp   seconds, or calls where one takes longer, that are not counted
    /// @param measured seconds, or calls where one takes longer, that are
    record Pace(int warmUp, int measured) {}
}
