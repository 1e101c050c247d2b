/// Files of games: JSON of many kinds, or CSV tables, in; games, or everything that is wrong with the file, out.
/// May use the games library, Jackson and fastcsv; it reads files and streams that it is given.
/// Knows no alliance, no terminal and no writer, and solves nothing.
@NullMarked
package org.muster.gamefile;

import org.jspecify.annotations.NullMarked;
