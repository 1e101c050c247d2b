/// Hunts for wrong answers: random small games, each answer held against a slow method that follows the definition.
///
/// Start at [org.muster.bench.hunt.GameHunt]. Of the games library only `GameHunt` knows anything; the methods that
/// it is held against have an arithmetic and linear programs of their own and share no code with it.
@NullMarked
package org.muster.bench.hunt;

import org.jspecify.annotations.NullMarked;
