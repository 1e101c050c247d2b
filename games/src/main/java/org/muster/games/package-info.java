/// Cooperative games as values: tables, streamed games, coalitions as bit masks, exact fractions, labelled answers.
/// May use the JDK only; every package below `org.muster.games` may use this one.
/// Knows no alliance, no member, no money, and reads no file, clock or random source.
@NullMarked
package org.muster.games;

import org.jspecify.annotations.NullMarked;
