/// Values: what each player of a game gets, from Shapley to the interaction of pairs.
/// May use the game package and its scans.
/// Solves no linear program.
@NullMarked
package org.muster.games.value;

import org.jspecify.annotations.NullMarked;
