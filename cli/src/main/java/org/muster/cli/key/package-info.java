/// `muster key`: keys from figures, rescaled, diluted, explained.
/// May use every room below it. Holds no rule of the domain: what it shows is computed below.
@NullMarked
package org.muster.cli.key;

import org.jspecify.annotations.NullMarked;
