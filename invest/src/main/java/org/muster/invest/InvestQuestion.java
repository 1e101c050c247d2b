package org.muster.invest;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.Bought;
import org.muster.alliance.invest.InvestPlan;

/// What is asked.
///
/// @param alliance  whose candidates and worlds they are
/// @param plan      with budget and targets as they count here
/// @param orderedOn the day on which whatever is bought is ordered: lead times count from it
/// @param besides   what is asked beside the best
/// @param explain   the candidate or member that is to be explained
/// @param evaluate  what was really bought, to be held beside what is best
/// @param seed      of the random numbers by which coalitions are drawn, where there are too many to look at
public record InvestQuestion(
        Alliance alliance,
        InvestPlan plan,
        LocalDate orderedOn,
        Set<Besides> besides,
        Optional<String> explain,
        Optional<Bought> evaluate,
        long seed) {
    /// The seed where none is asked for.
    public static final long SEED = 1;

    /// What may be asked beside the best.
    public enum Besides {
        /// All portfolios that are best at their price.
        FRONTIER,
        /// Who pays by several rules.
        WHO_PAYS,
        /// What a second purchase is worth.
        WAITING,
        /// With what chance missions that stand at the same time can run at once.
        AT_ONCE
    }

    public InvestQuestion {
        EnumSet<Besides> some = EnumSet.noneOf(Besides.class);
        some.addAll(besides);
        besides = Collections.unmodifiableSet(some);
    }

    /// A question about nothing that was bought.
    public InvestQuestion(
            Alliance alliance, InvestPlan plan, LocalDate orderedOn, Set<Besides> besides, Optional<String> explain) {
        this(alliance, plan, orderedOn, besides, explain, Optional.empty(), SEED);
    }

    /// Whether something is asked beside the best.
    public boolean asks(Besides some) {
        return besides.contains(some);
    }
}
