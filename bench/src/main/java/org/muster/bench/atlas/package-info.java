/// Measures the costs of all coalitions. Looks inside the games.
@NullMarked
package org.muster.bench.atlas;

import org.jspecify.annotations.NullMarked;
