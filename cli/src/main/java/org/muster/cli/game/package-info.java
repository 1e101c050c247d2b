/// The command family `muster game`: game files in, solutions out as tables or JSON lines.
/// May use the games library, the reader of game files, picocli and Jackson.
/// Computes nothing itself: the library's catalogue says which concepts a game answers, and answers them.
@NullMarked
package org.muster.cli.game;

import org.jspecify.annotations.NullMarked;
