/// Integer models solved level by level, with proof: an exact bound from the relaxation's prices where that closes the
/// gap, else a constraint or mixed-integer solver.
/// May use the solvers of OR-Tools. Knows no alliance: only variables, rows and levels.
@NullMarked
package org.muster.solve;

import org.jspecify.annotations.NullMarked;
