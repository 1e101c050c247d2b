/// Small linear programs with many columns and exact linear systems.
/// May use the JDK and the fractions of the game package.
/// Knows columns and rows, not coalitions.
@NullMarked
package org.muster.games.lp;

import org.jspecify.annotations.NullMarked;
