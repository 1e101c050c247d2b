/// Games on graphs and hierarchies: edges with weights, communication, permission.
/// May use the game package and the values.
/// Turns one game into another; knows nothing of the core.
@NullMarked
package org.muster.games.graph;

import org.jspecify.annotations.NullMarked;
