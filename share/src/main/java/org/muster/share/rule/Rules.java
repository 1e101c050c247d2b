package org.muster.share.rule;

import java.util.List;

/// The rules that Muster ships, in the order in which they are shown.
public final class Rules {
    /// All of them.
    public static final List<SharingRule> ALL = List.of(
            new WhereTheyFall(),
            new EqualAmongParticipants(),
            new AgreedKey(),
            new Income(),
            new IncomeAmongParticipants(),
            new CommonFundFirst(),
            new Entitlement());

    private Rules() {}
}
