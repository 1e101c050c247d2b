/// `muster share`: a mission's bill under every rule.
/// May use every room below it. Holds no rule of the domain: what it shows is computed below.
@NullMarked
package org.muster.cli.share;

import org.jspecify.annotations.NullMarked;
