/// What all reports are written with: the screen and its tables, pages, JSON. Knows no answer.
/// Knows no file, no flag and no socket.
@NullMarked
package org.muster.report.write;

import org.jspecify.annotations.NullMarked;
