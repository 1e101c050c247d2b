package org.muster.cli.game;

/// What is wrong with a game file, where, and what would be right.
///
/// @param line   from 1; 0 where the file as a whole is meant
/// @param column from 1
record Flaw(String file, int line, int column, String wrong, String right) {
    /// `glove.json:3:7: v has 7 values. A game of n players has 2^n, such as 8.`
    String sentence() {
        String place = line > 0 ? "%s:%d:%d".formatted(file, line, column) : file;
        return "%s: %s. %s.".formatted(place, wrong, right);
    }
}
