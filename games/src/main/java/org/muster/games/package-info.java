/// Cooperative games: values, power indices, core and nucleolus, coalition structures, claims.
/// May use the JDK only (and an LP solver as an optional part). Knows no alliance, no member, no money.
@NullMarked
package org.muster.games;

import org.jspecify.annotations.NullMarked;
