/// A mission's shared bill as text and JSON.
/// Knows no file, no flag and no socket.
@NullMarked
package org.muster.report.share;

import org.jspecify.annotations.NullMarked;
