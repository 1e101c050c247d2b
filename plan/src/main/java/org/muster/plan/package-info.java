/// Who can run this mission, with what, from whose pool, until the day after; and if nobody can, why not.
/// May use `alliance` and the solvers of OR-Tools. Knows no sharing rule, no file, no clock.
@NullMarked
package org.muster.plan;

import org.jspecify.annotations.NullMarked;
