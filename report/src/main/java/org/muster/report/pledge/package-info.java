/// Pledges, their scores, the ledger and who is likely to go, as text, JSON, CSV and a page.
/// Knows no file, no flag and no socket.
@NullMarked
package org.muster.report.pledge;

import org.jspecify.annotations.NullMarked;
