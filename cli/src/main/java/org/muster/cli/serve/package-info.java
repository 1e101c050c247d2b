/// The command `serve`: folders and a port in, the room of `web` open until it is ended.
/// May use `web`. Computes nothing itself.
@NullMarked
package org.muster.cli.serve;

import org.jspecify.annotations.NullMarked;
