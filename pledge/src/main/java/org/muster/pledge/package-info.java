/// Whether pledges are kept, what was known when, and what the chance is.
/// May use `alliance` and the numerics of Hipparchus.
/// Knows no file, no clock and no planner; the day of knowledge and the seed are arguments.
@NullMarked
package org.muster.pledge;

import org.jspecify.annotations.NullMarked;
