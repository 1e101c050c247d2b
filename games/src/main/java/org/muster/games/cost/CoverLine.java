package org.muster.games.cost;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.muster.games.Coalitions;
import org.muster.games.cost.CoverGame.Offer;

/// One line of a cover game, made ready for blocks of coalitions (see [CoverCosts]).
///
/// Prices count from the cheapest one, in units of their greatest common divisor, so that most lines fit 32-bit
/// arithmetic, which is twice as fast as 64-bit; a line that does not fit is worked in 64 bits.
final class CoverLine {
    private final long quantity;
    /// The distinct prices below and at the market's, less the cheapest, in `unit`s.
    private final long[] prices;
    private final long cheapest;
    private final long unit;
    /// Offers of players outside the block, by price: bit of the player, units.
    private final long[][] highBits;
    private final long[][] highUnits;
    private final long[] outsideUnits;
    /// Units of the block's own players up to each price.
    private final long[] lowUpTo;
    private final boolean[] lowOffers;
    /// By price and pattern of the block's players: what their cheaper units save; empty where they have none.
    private final int[][] narrow;
    private final long[][] wide;

    CoverLine(CoverGame.Line line) {
        List<Offer> order = line.meritOrder();
        TreeSet<Long> distinct = new TreeSet<>();
        order.forEach(offer -> distinct.add(offer.unitCost()));
        distinct.add(line.marketPrice());
        quantity = line.quantity();
        cheapest = distinct.first();
        long divisor = 0;
        for (long price : distinct) {
            divisor = gcd(price - cheapest, divisor);
        }
        unit = Math.max(1, divisor);
        prices = distinct.stream().mapToLong(price -> (price - cheapest) / unit).toArray();
        int count = prices.length;
        highBits = new long[count][];
        highUnits = new long[count][];
        outsideUnits = new long[count];
        lowUpTo = new long[count];
        lowOffers = new boolean[count];
        long[][] saved = new long[count][];
        long upTo = 0;
        for (int k = 0; k < count; k++) {
            long price = cheapest + prices[k] * unit;
            List<Offer> here = order.stream().filter(o -> o.unitCost() == price).toList();
            List<Offer> high =
                    here.stream().filter(o -> o.player() >= CoverCosts.LOW).toList();
            highBits[k] = high.stream()
                    .mapToLong(o -> 1L << (o.player() - CoverCosts.LOW))
                    .toArray();
            highUnits[k] = high.stream().mapToLong(this::useful).toArray();
            for (Offer offer : here) {
                if (offer.player() == Offer.OUTSIDE) {
                    outsideUnits[k] += useful(offer);
                } else if (offer.player() < CoverCosts.LOW) {
                    upTo += useful(offer);
                    lowOffers[k] = true;
                }
            }
            lowUpTo[k] = upTo;
            saved[k] = savedByPattern(order, k);
        }
        boolean fits = fits(order);
        narrow = fits ? narrowed(saved) : new int[0][];
        wide = fits ? new long[0][] : saved;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /// Units of an offer that the line could use.
    private long useful(Offer offer) {
        return Math.min(quantity, offer.quantity());
    }

    private long[] savedByPattern(List<Offer> order, int k) {
        long[] saved = new long[1 << CoverCosts.LOW];
        boolean any = false;
        for (Offer offer : order) {
            long gain = prices[k] - (offer.unitCost() - cheapest) / unit;
            if (offer.player() != Offer.OUTSIDE && offer.player() < CoverCosts.LOW && gain > 0) {
                any = true;
                for (int pattern = 0; pattern < saved.length; pattern++) {
                    saved[pattern] += Coalitions.has(pattern, offer.player()) ? gain * useful(offer) : 0;
                }
            }
        }
        return any ? saved : new long[0];
    }

    /// Whether no bracket of the dual can leave 32 bits, whoever is in.
    private boolean fits(List<Offer> order) {
        double dearest = prices[prices.length - 1];
        double most = dearest * quantity;
        double least = most;
        for (Offer offer : order) {
            least -= dearest * useful(offer);
        }
        return most < Integer.MAX_VALUE && least > Integer.MIN_VALUE;
    }

    private static int[][] narrowed(long[][] saved) {
        int[][] narrow = new int[saved.length][];
        for (int k = 0; k < saved.length; k++) {
            narrow[k] = new int[saved[k].length];
            for (int j = 0; j < saved[k].length; j++) {
                narrow[k][j] = Math.toIntExact(saved[k][j]);
            }
        }
        return narrow;
    }

    /// What one thread needs beside the tables while it works blocks.
    static final class Scratch {
        private final int[] most = new int[1 << CoverCosts.LOW];
        /// The prices that may be the marginal one in the block, and how many there are.
        private int[] marginal = new int[0];
        private int marginals;
        /// By price, the bracket of the block's high part.
        private long[] brackets = new long[0];

        /// The same with room for these lines: blocks are small, and making it anew for each would take as long as the
        /// work.
        Scratch fitting(List<CoverLine> lines) {
            for (CoverLine line : lines) {
                if (line.prices.length > marginal.length) {
                    marginal = new int[line.prices.length];
                    brackets = new long[line.prices.length];
                }
            }
            return this;
        }
    }

    /// Adds `sign` times the line's cost for every coalition of the block to `into[at..]`.
    ///
    /// @param high the players above the block's own, as a pattern
    void addTo(double[] into, int at, long high, int sign, Scratch scratch) {
        findMarginal(high, scratch);
        if (wide.length > 0) {
            addWide(into, at, sign, scratch);
        } else {
            addNarrow(into, at, sign, scratch);
        }
    }

    private void findMarginal(long high, Scratch scratch) {
        long upTo = 0;
        long bracket = 0;
        scratch.marginals = 0;
        boolean last = false;
        for (int k = 0; !last; k++) {
            if (k > 0) {
                bracket += (prices[k] - prices[k - 1]) * (quantity - upTo);
            }
            long here = outsideUnits[k];
            for (int j = 0; j < highBits[k].length; j++) {
                here += (high & highBits[k][j]) != 0 ? highUnits[k][j] : 0;
            }
            upTo += here;
            last = k == prices.length - 1 || upTo >= quantity;
            boolean offered = here > 0 || lowOffers[k];
            if (last || (offered && upTo + lowUpTo[k] >= quantity)) {
                scratch.marginal[scratch.marginals++] = k;
                scratch.brackets[k] = bracket;
            }
        }
    }

    private void addNarrow(double[] into, int at, int sign, Scratch scratch) {
        double perUnit = sign * (double) unit;
        double constant = sign * (double) (cheapest * quantity);
        int first = scratch.marginal[0];
        if (scratch.marginals == 1 && narrow[first].length == 0) {
            addConstant(into, at, constant + perUnit * scratch.brackets[first]);
            return;
        }
        start(scratch.most, narrow[first], (int) scratch.brackets[first]);
        for (int c = 1; c < scratch.marginals; c++) {
            int k = scratch.marginal[c];
            raise(scratch.most, narrow[k], (int) scratch.brackets[k]);
        }
        add(into, at, scratch.most, perUnit, constant);
    }

    private static void start(int[] most, int[] saved, int bracket) {
        if (saved.length == 0) {
            Arrays.fill(most, bracket);
            return;
        }
        for (int j = 0; j < 1 << CoverCosts.LOW; j++) {
            most[j] = bracket - saved[j];
        }
    }

    private static void raise(int[] most, int[] saved, int bracket) {
        if (saved.length == 0) {
            for (int j = 0; j < 1 << CoverCosts.LOW; j++) {
                most[j] = Math.max(most[j], bracket);
            }
            return;
        }
        for (int j = 0; j < 1 << CoverCosts.LOW; j++) {
            most[j] = Math.max(most[j], bracket - saved[j]);
        }
    }

    private static void add(double[] into, int at, int[] most, double unit, double constant) {
        for (int j = 0; j < 1 << CoverCosts.LOW; j++) {
            into[at + j] += unit * most[j] + constant;
        }
    }

    private static void addConstant(double[] into, int at, double constant) {
        for (int j = 0; j < 1 << CoverCosts.LOW; j++) {
            into[at + j] += constant;
        }
    }

    private void addWide(double[] into, int at, int sign, Scratch scratch) {
        for (int j = 0; j < 1 << CoverCosts.LOW; j++) {
            long most = Long.MIN_VALUE;
            for (int c = 0; c < scratch.marginals; c++) {
                int k = scratch.marginal[c];
                most = Math.max(most, scratch.brackets[k] - (wide[k].length == 0 ? 0 : wide[k][j]));
            }
            into[at + j] += sign * (double) (cheapest * quantity + unit * most);
        }
    }
}
