package org.muster.invest;

import java.time.LocalDate;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.invest.Bought;
import org.muster.alliance.invest.InvestPlan;

/// What is asked.
///
/// @param alliance  whose candidates and worlds they are
/// @param plan      with budget and targets as they count here
/// @param orderedOn the day on which whatever is bought is ordered: lead times count from it
/// @param frontier  whether all portfolios that are best at their price are wanted
/// @param whoPays   whether several rules of who pays are wanted
/// @param waiting   whether it is wanted what a second purchase is worth
/// @param explain   the candidate or member that is to be explained
/// @param evaluate  what was really bought, to be held beside what is best
/// @param seed      of the random numbers by which coalitions are drawn, where there are too many to look at
public record InvestQuestion(
        Alliance alliance,
        InvestPlan plan,
        LocalDate orderedOn,
        boolean frontier,
        boolean whoPays,
        boolean waiting,
        Optional<String> explain,
        Optional<Bought> evaluate,
        long seed) {
    /// The seed where none is asked for.
    public static final long SEED = 1;

    /// A question with that seed.
    public InvestQuestion(
            Alliance alliance,
            InvestPlan plan,
            LocalDate orderedOn,
            boolean frontier,
            boolean whoPays,
            boolean waiting,
            Optional<String> explain,
            Optional<Bought> evaluate) {
        this(alliance, plan, orderedOn, frontier, whoPays, waiting, explain, evaluate, SEED);
    }

    /// A question about nothing that was bought.
    public InvestQuestion(
            Alliance alliance,
            InvestPlan plan,
            LocalDate orderedOn,
            boolean frontier,
            boolean whoPays,
            Optional<String> explain) {
        this(alliance, plan, orderedOn, frontier, whoPays, false, explain, Optional.empty());
    }
}
