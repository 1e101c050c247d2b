/// Whether two columns of numbers go together, or differ, by their ranks; start at [RankCorrelation].
/// May use Hipparchus, whose own types it keeps to itself.
/// Knows no alliance: it gets numbers, and what they count is the caller's.
@NullMarked
package org.muster.statistics;

import org.jspecify.annotations.NullMarked;
