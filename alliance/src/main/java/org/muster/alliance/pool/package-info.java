/// Assets held in common: entitlements, who may draw, whose crews and consent are needed, what a draw costs.
/// May use `alliance.source`.
/// Keeps no books: reservations and drawdowns are not here.
@NullMarked
package org.muster.alliance.pool;

import org.jspecify.annotations.NullMarked;
