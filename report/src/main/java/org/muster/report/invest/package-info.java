/// What to hold in common, as text, JSON and CSV.
/// May use `invest`, `alliance` and `report.write`.
/// Knows no file, no flag and no socket.
@NullMarked
package org.muster.report.invest;

import org.jspecify.annotations.NullMarked;
