/// Missions planned together as text, JSON and a page, and what giving way would cost.
/// Knows no file, no flag and no socket.
@NullMarked
package org.muster.report.together;

import org.jspecify.annotations.NullMarked;
