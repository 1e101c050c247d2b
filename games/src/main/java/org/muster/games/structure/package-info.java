/// The best way to split all players into coalitions, with proof of how good it is.
/// May use scans, linear programs and the core.
/// Knows no payoffs beyond the dual prices that prove the optimum.
@NullMarked
package org.muster.games.structure;

import org.jspecify.annotations.NullMarked;
