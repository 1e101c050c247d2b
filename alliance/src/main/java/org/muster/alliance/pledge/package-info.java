/// Promises: with a measure, a target and a date, and as contributions that move from promised to delivered.
/// May use `alliance.source`.
/// Scores nothing: whether a pledge is kept is the question of the module `pledge`.
@NullMarked
package org.muster.alliance.pledge;

import org.jspecify.annotations.NullMarked;
