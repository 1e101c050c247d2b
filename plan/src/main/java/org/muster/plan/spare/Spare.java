package org.muster.plan.spare;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.muster.plan.Plan;

/// What becomes of a mission where members that go stay at home and the others plan again.
///
/// @param members   who stays at home, in the plan's order; one, or a pair
/// @param kept      whether the service is kept
/// @param why       what is lost, in a sentence; empty where nothing is
/// @param riseMinor how far the bill rises, in minor units; below zero where who went only for company or a number cost
///                  something; only where the service is kept
/// @param asked     who is asked instead, in the alliance's order; only where the service is kept
/// @param without   the plan without them; only where the service is kept
public record Spare(
        List<String> members,
        Kept kept,
        String why,
        OptionalLong riseMinor,
        List<Asked> asked,
        Optional<Plan> without) {
    /// Whether the service is kept.
    public enum Kept {
        /// No line is shorter than in the plan.
        YES,
        /// Every essential line that the plan covers is covered still; some other line is shorter.
        LESS,
        /// An essential line is no longer covered, or no coalition meets floor, lead and pins.
        NO,
        /// Not found out in the time allowed.
        UNKNOWN;

        /// The word in files and on screens.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Who is asked instead: it joins, or brings more. Whether it says yes is not known.
    ///
    /// @param member   the member
    /// @param joins    whether it did not go before
    /// @param brings   units that it brings beyond those of the plan, in words; empty where it brings none
    /// @param numberOf whose number it helps to reach, where that is all it is there for (see [EmptyHanded#numberOf])
    public record Asked(String member, boolean joins, String brings, Optional<String> numberOf) {
        public Asked {
            Objects.requireNonNull(brings);
        }
    }

    public Spare {
        members = List.copyOf(members);
        asked = List.copyOf(asked);
        if (kept != Kept.YES && (riseMinor.isPresent() || without.isPresent() || !asked.isEmpty())) {
            throw new IllegalArgumentException("amounts are known only where the service is kept");
        }
    }

    /// The one member that stays at home.
    public String member() {
        return members.getFirst();
    }
}
