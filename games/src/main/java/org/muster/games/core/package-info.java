/// The core, the least core, the nucleolus and its relatives, with certificates.
/// May use scans and linear programs.
/// Stores no table of coalitions of its own.
@NullMarked
package org.muster.games.core;

import org.jspecify.annotations.NullMarked;
