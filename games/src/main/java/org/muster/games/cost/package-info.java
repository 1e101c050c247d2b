/// Cost-sharing problems with a structure of their own: runways, trees, assignments, cover by merit order, serial
/// costs.
/// May use the game package and exact fractions.
/// Works in closed form; the general solvers are elsewhere.
@NullMarked
package org.muster.games.cost;

import org.jspecify.annotations.NullMarked;
