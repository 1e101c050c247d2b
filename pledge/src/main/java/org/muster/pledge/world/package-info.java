/// Random alliances with a pledge, drawn from a seed: for measuring.
/// May use `alliance`.
/// Nothing here is real, and nothing that is computed elsewhere depends on it.
@NullMarked
package org.muster.pledge.world;

import org.jspecify.annotations.NullMarked;
