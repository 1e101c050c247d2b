package org.muster.alliance.lab;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muster.alliance.figure.Figure;
import org.muster.alliance.source.Provenance;

/// Something that is not known: one value of it is true of a future.
///
/// @param id           its name
/// @param kind         what its values are
/// @param from         its least value; for a choice unused
/// @param to           its largest value, not below `from`; for a choice unused
/// @param values       of a choice, at least two; else empty
/// @param distribution how likely values are; for a choice and a switch uniform
/// @param target       what it changes
/// @param name         of what: a mission, a capability, a pool or a member's code; `*` for all of them
/// @param group        factors of one group are looked at together; empty where it stands alone
/// @param provenance   source and status
public record Factor(
        String id,
        Kind kind,
        BigDecimal from,
        BigDecimal to,
        List<BigDecimal> values,
        Distribution distribution,
        Target target,
        String name,
        Optional<String> group,
        Provenance provenance) {
    /// Stands for every mission, capability, pool or member.
    public static final String ALL = "*";

    public Factor {
        values = List.copyOf(values);
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException("factor " + id + " goes from " + from + " down to " + to);
        }
    }

    /// What the values of a factor are.
    public enum Kind {
        /// Any number of the range.
        REAL,
        /// Whole numbers of the range.
        WHOLE,
        /// One of the values that are named.
        CHOICE,
        /// 0 or 1.
        SWITCH;

        /// The word in files.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a factor changes.
    public enum Target {
        /// How often a mission comes: times the value.
        OCCURS,
        /// The chance that a mission comes while the one before it in the year still runs.
        OVERLAP,
        /// Prices of a capability, whoever asks them: times the value.
        PRICE,
        /// Quantities of a mission's lines: times the value, rounded up to whole units.
        QUANTITY,
        /// Days that a mission's last phase lasts longer.
        DURATION,
        /// The notice of a mission's lines: times the value, rounded down to whole days.
        NOTICE,
        /// Units of a pool: times the value, rounded down to whole units.
        POOL,
        /// The chance with which a member is willing: the value.
        WILLING,
        /// What a mission is worth: times the value.
        BENEFIT,
        /// By how many percent a member's offers grow where its spending grows by one.
        ETA,
        /// The chance that a member stays on the path of a firm pledge in a year.
        COMPLIANCE,
        /// Whether a member has left: 1 or 0.
        LEAVES;

        /// The word in files.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// What names it is about.
        public About about() {
            return switch (this) {
                case OCCURS, OVERLAP, QUANTITY, DURATION, NOTICE, BENEFIT -> About.MISSION;
                case PRICE -> About.CAPABILITY;
                case POOL -> About.POOL;
                case WILLING, ETA, COMPLIANCE, LEAVES -> About.MEMBER;
            };
        }
    }

    /// What a factor's name names.
    public enum About {
        MISSION,
        CAPABILITY,
        POOL,
        MEMBER
    }

    /// How likely values of a range are.
    public sealed interface Distribution {
        /// Every value of the range alike.
        record Uniform() implements Distribution {}

        /// Most likely at the mode, falling in a straight line to both ends.
        record Triangular(BigDecimal mode) implements Distribution {}

        /// The normal distribution within the range.
        ///
        /// @param deviation above zero
        record Normal(BigDecimal mean, BigDecimal deviation) implements Distribution {}

        /// The beta distribution stretched over the range.
        ///
        /// @param alpha above zero
        /// @param beta  above zero
        record Beta(BigDecimal alpha, BigDecimal beta) implements Distribution {}

        /// As figures were published in a vintage: each of them as likely as the others.
        ///
        /// @param measure the figures' measure
        /// @param vintage the vintage's id
        /// @param growth  whether a value is a figure divided by the same member's of the year before; else it is the
        ///                figure
        /// @param values  what that is, in ascending order, at least one
        record Empirical(String measure, String vintage, boolean growth, List<BigDecimal> values)
                implements Distribution {
            /// Digits of a quotient.
            private static final MathContext DIGITS = MathContext.DECIMAL64;

            public Empirical {
                values = List.copyOf(values);
                if (values.isEmpty()) {
                    throw new IllegalArgumentException("no figure of " + measure + " in " + vintage);
                }
            }

            /// Values of these figures; none where no figure is of the measure and the vintage.
            public static List<BigDecimal> values(
                    Collection<Figure> figures, String measure, String vintage, boolean growth) {
                Map<String, BigDecimal> byYear = new TreeMap<>();
                figures.stream()
                        .filter(one ->
                                one.measure().equals(measure) && one.vintage().equals(vintage))
                        .forEach(one -> byYear.put(one.member() + " " + one.year(), one.value()));
                List<BigDecimal> values = new ArrayList<>();
                figures.stream()
                        .filter(one ->
                                one.measure().equals(measure) && one.vintage().equals(vintage))
                        .forEach(one -> {
                            Optional<BigDecimal> before =
                                    Optional.ofNullable(byYear.get(one.member() + " " + (one.year() - 1)));
                            if (!growth) {
                                values.add(one.value());
                            } else if (before.isPresent() && before.get().signum() != 0) {
                                values.add(one.value().divide(before.get(), DIGITS));
                            }
                        });
                values.sort(null);
                return values;
            }
        }
    }

    /// Whether it is about this mission, capability, pool or member.
    public boolean isAbout(String one) {
        return name.equals(ALL) || name.equals(one);
    }
}
