/// The words of Muster as immutable records: members, figures, keys, capabilities, offers, pools, policies, missions,
/// bills.
/// May use the JDK only; reading and writing folders lives in `org.muster.folder`.
/// Does no planning and no arithmetic of sharing beyond exact apportionment; reads no clock.
@NullMarked
package org.muster.alliance;

import org.jspecify.annotations.NullMarked;
