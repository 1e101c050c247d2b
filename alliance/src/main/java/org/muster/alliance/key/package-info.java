/// Keys (percentages per member that sum to 100) and the exact apportionment of whole amounts.
/// May use `alliance.source`.
/// Knows no bill and no rule: it only splits.
@NullMarked
package org.muster.alliance.key;

import org.jspecify.annotations.NullMarked;
