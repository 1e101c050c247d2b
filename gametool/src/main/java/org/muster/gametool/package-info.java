/// The command family `muster game`: game files in, solutions out as tables or JSON lines.
/// May use the games library, the reader of game files, the reports and what the terminal's commands share.
/// Computes nothing itself: the library's catalogue says which concepts a game answers, and answers them.
@NullMarked
package org.muster.gametool;

import org.jspecify.annotations.NullMarked;
