/// Which assets to hold in common, and which rules to ease: how sure each mission then is, what it hangs on, and the
/// cheapest choice that reaches what is asked, proven.
/// May use `answer`, `plan`, `solve`, `games`, `alliance` and `input`.
/// Knows no file, no flag and no writer.
@NullMarked
package org.muster.invest;

import org.jspecify.annotations.NullMarked;
