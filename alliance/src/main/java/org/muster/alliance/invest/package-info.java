/// What an alliance thinks of holding in common: candidates, the futures they are judged in, and what is asked of them.
/// May use `alliance.mission`, `alliance.pool` and `alliance.source`.
/// Knows no plan and no chance that a mission can run: it only says what could be bought or changed.
@NullMarked
package org.muster.alliance.invest;

import org.jspecify.annotations.NullMarked;
