/// What a folder holds, as text and JSON.
/// Knows no file, no flag and no socket.
@NullMarked
package org.muster.report.folder;

import org.jspecify.annotations.NullMarked;
