/// What is agreed about sharing a mission's bill beyond the keys: who benefits, who opts out of what, what is
/// credited in kind, which agreement keeps which key, and an alliance's own rules. May use `alliance.source`.
/// Shares nothing itself: a rule takes these and says who pays.
@NullMarked
package org.muster.alliance.sharing;

import org.jspecify.annotations.NullMarked;
