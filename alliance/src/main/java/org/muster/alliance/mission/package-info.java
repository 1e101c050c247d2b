/// Missions: phases in time order, requirement lines, floor, lead, pins, waiver and fund.
/// May use `alliance.source`.
/// Knows no offer: a mission says what is needed, not who brings it.
@NullMarked
package org.muster.alliance.mission;

import org.jspecify.annotations.NullMarked;
