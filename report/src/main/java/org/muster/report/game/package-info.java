/// Answers on games as text and JSON.
/// Knows no file, no flag and no socket.
@NullMarked
package org.muster.report.game;

import org.jspecify.annotations.NullMarked;
