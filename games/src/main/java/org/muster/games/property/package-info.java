/// Properties of a game with a witness where one fails.
/// May use scans and the core test.
/// Changes nothing: it looks.
@NullMarked
package org.muster.games.property;

import org.jspecify.annotations.NullMarked;
