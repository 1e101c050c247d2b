/// Voting rules and the power of voters.
/// May use exact whole numbers, the game package and the sums by size.
/// Knows nothing of who the voters are.
@NullMarked
package org.muster.games.voting;

import org.jspecify.annotations.NullMarked;
