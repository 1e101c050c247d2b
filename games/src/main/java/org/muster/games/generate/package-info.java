/// Families of test games drawn from a seed, bit for bit as published, so that times and answers can be compared.
/// May use the game package only.
/// Knows no solution of any of them.
@NullMarked
package org.muster.games.generate;

import org.jspecify.annotations.NullMarked;
