/// Capabilities, the members' offers of them with their caveats, and the charter market.
/// May use `alliance.source`.
/// Knows no mission: whether an offer may serve a line is asked of the caveat with the line's own words.
@NullMarked
package org.muster.alliance.offer;

import org.jspecify.annotations.NullMarked;
