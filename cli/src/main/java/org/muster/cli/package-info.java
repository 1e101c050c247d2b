/// The terminal face: text in, one call below, text out.
/// May use every room below it. Holds no rule of the domain: what it shows is computed below.
@NullMarked
package org.muster.cli;

import org.jspecify.annotations.NullMarked;
