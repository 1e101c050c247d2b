/// What is wrong with an input, where, and what would be right: the same for folders, game files and commands.
/// May use the JDK only.
/// Knows no format, no file and no terminal.
@NullMarked
package org.muster.input;

import org.jspecify.annotations.NullMarked;
