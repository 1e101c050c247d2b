/// Pools: what plans draw from them, and what is left to each owner.
@NullMarked
package org.muster.report.pool;

import org.jspecify.annotations.NullMarked;
