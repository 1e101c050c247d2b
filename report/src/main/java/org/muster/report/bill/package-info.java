/// Sections of a shared bill: who pays under which rule and why, who can be spared, who gains, what is invented.
/// Knows no file, no flag and no socket.
@NullMarked
package org.muster.report.bill;

import org.jspecify.annotations.NullMarked;
