package org.muster.web.page;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.muster.alliance.offer.Caveat;
import org.muster.alliance.offer.Limit;
import org.muster.alliance.policy.Condition;
import org.muster.alliance.pool.Access;

/// Conditions, caveats and access of pools in words.
final class Words {
    private Words() {}

    private static String and(Set<?> names) {
        return names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    static String of(Condition condition) {
        return switch (condition) {
            case Condition.NeedsMandate c -> "joins only with a mandate: " + and(c.mandates());
            case Condition.BesideAll c -> "joins only beside all of " + and(c.members());
            case Condition.BesideAny c -> "joins only beside one of " + and(c.members());
            case Condition.NotBeside c -> "does not join beside " + and(c.members());
            case Condition.DayAfterCovered c -> "joins only if the day after is covered";
            case Condition.NeverKinds c -> "brings nothing to tasks of these kinds: " + and(c.kinds());
            case Condition.OnlyKinds c -> "brings something only to tasks of these kinds: " + and(c.kinds());
            case Condition.AtLeastMembers c -> "joins only where at least " + c.members() + " members join";
            case Condition.StaysOut c -> "does not join";
        };
    }

    static String of(Caveat caveat) {
        String form = switch (caveat.form()) {
            case Caveat.Form.Prohibits f -> "not";
            case Caveat.Form.NeedsApproval f ->
                "with approval by " + f.authority() + ", which takes " + f.days() + " days,";
        };
        return caveat.offer().map(offer -> offer + ": ").orElse("") + form + " " + of(caveat.limit());
    }

    private static String of(Limit limit) {
        return switch (limit) {
            case Limit.Always l -> "anywhere";
            case Limit.At l -> "in " + and(l.places());
            case Limit.OutsideOf l -> "outside of " + and(l.places());
            case Limit.OfKind l -> "for tasks of these kinds: " + and(l.kinds());
            case Limit.NotOfKind l -> "for tasks of other kinds than " + and(l.kinds());
            case Limit.During l ->
                "in "
                        + new TreeSet<>(l.months())
                                .stream()
                                        .map(month -> month.name().charAt(0)
                                                + month.name().substring(1).toLowerCase(java.util.Locale.ROOT))
                                        .collect(Collectors.joining(", "));
            case Limit.Beside l -> "beside " + and(l.members());
            case Limit.LongerThan l -> "for longer than " + l.days() + " days";
        };
    }

    static String of(Access access) {
        return switch (access) {
            case Access.Open a -> "anybody may draw";
            case Access.Owners a -> "owners draw what they own";
            case Access.OwnersPlusReleased a -> "owners draw what they own, and what owners that stay out release";
            case Access.WeightedVote a ->
                "drawn where owners of "
                        + a.thresholdPercent().stripTrailingZeros().toPlainString() + " % of the entitlements agree";
            case Access.Consensus a -> "drawn where no owner objects";
        };
    }
}
