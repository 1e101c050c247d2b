/// What a mission costs each member under each sharing rule, side by side.
/// May use `alliance` (the bill) and `games`. Knows no planner, no file, no clock.
@NullMarked
package org.muster.share;

import org.jspecify.annotations.NullMarked;
