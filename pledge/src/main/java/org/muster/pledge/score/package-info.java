/// How good forecasts have been: made again from what was known then, and measured against what came.
/// May use `alliance`, `pledge.known` and `pledge.forecast`.
/// Improves nothing: it prints what it finds, good or bad, and from how few origins.
@NullMarked
package org.muster.pledge.score;

import org.jspecify.annotations.NullMarked;
