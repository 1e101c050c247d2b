/// Measures forecasts of pledges.
@NullMarked
package org.muster.bench.pledge;

import org.jspecify.annotations.NullMarked;
