/// Why an amount is what it is: a tree of inputs with their sources, arithmetic and rounding.
/// May use the JDK only.
/// Knows no rule: every rule, key and measure builds its own tree.
@NullMarked
package org.muster.share.explain;

import org.jspecify.annotations.NullMarked;
