/// How many units of a capability are needed from in common, at which prices and how often: the need of every coalition
/// as an integral over prices, and its distribution where each player is willing with a chance of its own.
/// May use `games` and `plan.fold`; knows no alliance and no sharing rule. Start at [org.muster.plan.need.Demand], then
/// [org.muster.plan.need.NeedCurve].
@NullMarked
package org.muster.plan.need;

import org.jspecify.annotations.NullMarked;
