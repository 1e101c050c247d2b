package org.muster.plan.model;

import java.util.List;

/// A source that has what a line asks for, and the rules that keep it from serving the line.
///
/// @param source    where the units come from
/// @param line      the line
/// @param mostUnits whole units that could serve the line at most
/// @param blockers  rules that each keep it away, in the order in which they are asked; empty where it may serve
public record Candidate(Source source, Line line, long mostUnits, List<Rule> blockers) {
    public Candidate {
        blockers = List.copyOf(blockers);
    }

    /// The name of its variable: the same for the same candidate in every run.
    public String name() {
        return nameOf(source.kind().word(), source.id(), line.key());
    }

    /// The period in which a draw of the candidate is booked where its source is a pool, else its phase.
    public String period() {
        return source instanceof Source.OfPool pool
                ? PoolRows.period(pool.pool(), line)
                : line.phase().id();
    }

    /// The name of the candidate that is this source (its word and id) for this line.
    public static String nameOf(String word, String id, String lineKey) {
        return word + "|" + id + "|" + lineKey;
    }
}
