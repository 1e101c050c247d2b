/// A mission's cost game, and what is asked of it with few passes: Shapley values, who would rather leave.
/// May use `games`. Knows no planner: whoever works out the costs hands the game in.
@NullMarked
package org.muster.share.game;

import org.jspecify.annotations.NullMarked;
