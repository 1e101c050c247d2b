/// A mission's cost game, and who would rather leave, in one pass for all rules.
/// May use `games`. Knows no planner: whoever works out the costs hands the game in.
@NullMarked
package org.muster.share.game;

import org.jspecify.annotations.NullMarked;
