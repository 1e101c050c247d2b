/// Burdens as text and JSON.
/// Knows no file, no flag and no socket.
@NullMarked
package org.muster.report.burden;

import org.jspecify.annotations.NullMarked;
