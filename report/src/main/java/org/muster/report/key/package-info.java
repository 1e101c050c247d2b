/// Keys as text and JSON.
/// Knows no file, no flag and no socket.
@NullMarked
package org.muster.report.key;

import org.jspecify.annotations.NullMarked;
