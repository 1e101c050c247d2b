/// Exact numbers between fractions, decimals and whole units.
/// May use `games` for exact fractions.
/// Knows nothing of what the numbers mean.
@NullMarked
package org.muster.share.exact;

import org.jspecify.annotations.NullMarked;
