/// Estimates of values from few coalitions, with intervals.
/// May use the game package; seeds are arguments.
/// Never looks at a coalition without counting it.
@NullMarked
package org.muster.games.estimate;

import org.jspecify.annotations.NullMarked;
