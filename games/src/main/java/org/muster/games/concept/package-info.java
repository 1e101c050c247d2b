/// Concepts by name: what a game answers, which of it fits its size, and what each answer rests on.
/// May use every package of `org.muster.games`.
/// Knows no file, no format and no screen: numbers, proofs and reasons come back as values.
@NullMarked
package org.muster.games.concept;

import org.jspecify.annotations.NullMarked;
