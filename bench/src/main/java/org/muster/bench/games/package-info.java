/// How fast the games library is and how much memory it takes, each figure beside its limit; start at [GamesBench].
/// May use the games library and JMH, and reads what the system says about the memory of its own process.
/// Knows no alliance, prints nothing and writes no file: what is measured goes back to the caller as values.
@NullMarked
package org.muster.bench.games;

import org.jspecify.annotations.NullMarked;
