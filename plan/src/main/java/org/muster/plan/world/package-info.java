/// Random alliances with one mission, from a seed: for property tests and for `bench plan`.
/// May use `alliance`. Solves nothing; every figure in a random world is illustrative.
@NullMarked
package org.muster.plan.world;

import org.jspecify.annotations.NullMarked;
