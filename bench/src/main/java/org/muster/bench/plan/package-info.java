/// Measures planning beside bare solvers, and hunts for plans that are wrong.
@NullMarked
package org.muster.bench.plan;

import org.jspecify.annotations.NullMarked;
