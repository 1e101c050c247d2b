/// What stands in the way, as text and JSON.
/// Knows no file, no flag and no socket.
@NullMarked
package org.muster.report.whynot;

import org.jspecify.annotations.NullMarked;
