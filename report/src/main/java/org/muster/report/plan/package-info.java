/// A mission's plan as text, JSON, CSV tables and a page, and what a plan's JSON says.
/// Knows no file, no flag and no socket.
@NullMarked
package org.muster.report.plan;

import org.jspecify.annotations.NullMarked;
