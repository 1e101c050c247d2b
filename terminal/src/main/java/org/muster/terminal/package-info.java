/// What every command of the terminal shares: folders and missions as arguments, flags of printing and of solving,
/// progress in words, an interrupt, refusals as sentences with their exit code, the width of the screen.
/// May use every room below the faces. Holds no command, and no rule of the domain.
@NullMarked
package org.muster.terminal;

import org.jspecify.annotations.NullMarked;
