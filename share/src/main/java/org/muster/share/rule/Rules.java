package org.muster.share.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.muster.alliance.sharing.RuleName;
import org.muster.alliance.sharing.Sharing;

/// The rules that Muster ships, in the order in which they are shown, and an alliance's own after them.
public final class Rules {
    static final SharingRule WHERE_THEY_FALL = new WhereTheyFall();

    /// Costs lie where they fall.
    public static final SharingRule WHERE_COSTS_LIE = WHERE_THEY_FALL;

    /// All that come with Muster, in the order of [RuleName].
    public static final List<SharingRule> ALL = Stream.concat(
                    Stream.of(
                            WHERE_THEY_FALL,
                            new EqualAmongParticipants(),
                            new AgreedKey(),
                            new AgreedKeyByVintage(),
                            new Income(),
                            new IncomeAmongParticipants(),
                            new Capacity(),
                            new Peacekeeping(),
                            new Benefit(),
                            new CommonFundFirst(),
                            new Entitlement(),
                            new EntitlementReleased(),
                            new OptOut(),
                            new InKindCredit()),
                    GameRules.ALL.stream())
            .toList();

    private Rules() {}

    /// All that come with Muster, and those that the alliance has composed.
    public static List<SharingRule> of(Sharing sharing) {
        List<SharingRule> rules = new ArrayList<>(ALL);
        sharing.rules().forEach(own -> rules.add(new OwnRule(own)));
        return List.copyOf(rules);
    }

    /// The rule of a name.
    public static SharingRule named(RuleName name) {
        return ALL.stream()
                .filter(rule -> rule.id().equals(name.word()))
                .findFirst()
                .orElseThrow();
    }
}
