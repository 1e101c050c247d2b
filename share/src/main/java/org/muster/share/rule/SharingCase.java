package org.muster.share.rule;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.alliance.bill.Bill;
import org.muster.alliance.key.Key;
import org.muster.alliance.mission.Mission;

/// What a sharing rule may look at.
///
/// @param bill         the bill
/// @param members      every member's code, in the alliance's order
/// @param allies       those that belong to the alliance itself
/// @param participants those that take part
/// @param key          the agreed key, where there is one
/// @param income       income of each member for which one is known, in one unit
/// @param entitlements each pool's entitlements, by pool id and owner
/// @param fund         the common fund, where there is one
/// @param fundKey      the key that fills it
public record SharingCase(
        Bill bill,
        List<String> members,
        List<String> allies,
        List<String> participants,
        Optional<Key> key,
        Map<String, BigDecimal> income,
        Map<String, Map<String, Long>> entitlements,
        Optional<Mission.CommonFund> fund,
        Optional<Key> fundKey) {
    public SharingCase {
        members = List.copyOf(members);
        allies = List.copyOf(allies);
        participants = List.copyOf(participants);
        income = Collections.unmodifiableMap(new LinkedHashMap<>(income));
        entitlements = Collections.unmodifiableMap(new LinkedHashMap<>(entitlements));
    }

    /// Who bears what is nobody's own: those who take part, or the allies where nobody does.
    List<String> bearers() {
        return participants.isEmpty() ? allies : participants;
    }
}
