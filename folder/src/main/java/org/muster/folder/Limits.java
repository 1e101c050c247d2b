package org.muster.folder;

/// What a folder may hold at most. Checked while reading, before memory is spent on it.
///
/// The sizes leave a hundredfold margin over the largest alliance that the planner is measured on (100 members, 3,000
/// offers, 600 lines), and a folder at all its limits still fits into the default heap of a 4 GB machine.
final class Limits {
    /// Bytes of one CSV table.
    static final long TABLE_BYTES = 64L << 20;
    /// Bytes of one YAML or JSON file.
    static final long DOCUMENT_BYTES = 4L << 20;
    /// Rows of one table, the header not counted.
    static final int ROWS = 250_000;
    /// Characters of one text.
    static final int TEXT = 10_000;
    /// Mission files.
    static final int MISSIONS = 1_000;

    /// Reforms of one folder.
    static final int REFORMS = 20;
    /// Lists and mappings inside one another.
    static final int DEPTH = 16;
    /// Characters of an id.
    static final int ID = 64;
    /// Units of an offer, a requirement or a pool.
    static final long UNITS = 1_000_000_000L;
    /// The last priority that a mission may have.
    static final int PRIORITIES = 1_000_000;
    /// Days of notice, approval or duration: a hundred years.
    static final int DAYS = 36_525;
    /// Minor units of one amount.
    static final long AMOUNT_MINOR = 1_000_000_000_000_000L;
    /// Minor units that all that is offered for a mission may cost in all: sums of costs and of weights then stay
    /// exact in 64 bits.
    static final long MISSION_MINOR = 9_200_000_000_000_000_000L;
    /// Minor units that all events of a ledger may move in all, each at its rate: so every sum of them stays exact
    /// in 64 bits.
    static final long LEDGER_MINOR = MISSION_MINOR;
    /// Decimals of a percentage of a key, a floor, a threshold or a levy: sums of so many stay exact in every model.
    static final int PERCENT_DECIMALS = 12;
    /// Digits of a decimal before and after the point.
    static final int DIGITS = 18;

    private Limits() {}
}
