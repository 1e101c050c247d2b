/// Claims problems: an endowment that is too small for the claims on it, and the rules that divide it.
/// May use exact fractions, and the Shapley value for random arrival.
/// Knows no other game than the one that a problem gives rise to.
@NullMarked
package org.muster.games.claims;

import org.jspecify.annotations.NullMarked;
