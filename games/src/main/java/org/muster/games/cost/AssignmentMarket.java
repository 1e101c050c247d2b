package org.muster.games.cost;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;

/// An assignment game for up to 62 players, solved by matchings instead of a look at all coalitions.
///
/// Players are the sellers first (rows), then the buyers (columns). The core is never empty and is a lattice: it has a
/// best point for all sellers at once and one for all buyers at once.
///
/// Sources: L. S. Shapley, M. Shubik, *The assignment game I: the core*, 1971; G. Demange, *Strategyproofness in the
/// assignment market game*, 1982, and H. B. Leonard, *Elicitation of honest preferences for the assignment of
/// individuals to positions*, 1983 (at the best point each gets what the market would lose without them); G. L.
/// Thompson, *Computing the core of a market game*, 1981 (the midpoint).
///
/// @param worth one row a seller, one column a buyer: what the pair is worth if it trades, not negative
public record AssignmentMarket(List<List<Fraction>> worth) {
    public AssignmentMarket {
        worth = worth.stream().map(List::copyOf).toList();
        if (worth.isEmpty() || worth.getFirst().isEmpty()) {
            throw new IllegalArgumentException("an assignment needs at least one seller and one buyer");
        }
        int buyers = worth.getFirst().size();
        if (worth.size() + buyers > 62) {
            throw new IllegalArgumentException(
                    "an assignment has at most 62 sellers and buyers, not " + (worth.size() + buyers));
        }
        for (int s = 0; s < worth.size(); s++) {
            if (worth.get(s).size() != buyers) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "row %d of the worths has %d entries instead of %d",
                        s,
                        worth.get(s).size(),
                        buyers));
            }
            for (Fraction w : worth.get(s)) {
                if (w.sign() < 0) {
                    throw new IllegalArgumentException("a pair is not worth less than nothing, but one is " + w);
                }
            }
        }
    }

    public int sellers() {
        return worth.size();
    }

    public int players() {
        return worth.size() + worth.getFirst().size();
    }

    /// The core point that is best for every seller.
    public List<Fraction> sellersOptimal() {
        return optimal(0, sellers());
    }

    /// The core point that is best for every buyer.
    public List<Fraction> buyersOptimal() {
        return optimal(sellers(), players());
    }

    /// The midpoint of the two best points: in the core, and nobody's side is taken.
    public List<Fraction> fairDivision() {
        List<Fraction> sellers = sellersOptimal();
        List<Fraction> buyers = buyersOptimal();
        return IntStream.range(0, players())
                .mapToObj(i -> sellers.get(i).plus(buyers.get(i)).over(2))
                .toList();
    }

    /// What the best matching of everybody is worth.
    public Fraction value() {
        return matched(Coalitions.grand(players())).value();
    }

    /// The players from `from` to before `to` get what the market loses without them, their partners the rest.
    private List<Fraction> optimal(int from, int to) {
        long all = Coalitions.grand(players());
        Matching best = matched(all);
        Fraction[] gets = new Fraction[players()];
        Arrays.fill(gets, Fraction.ZERO);
        for (int i = from; i < to; i++) {
            gets[i] = best.value().minus(matched(all & ~(1L << i)).value());
        }
        for (int s = 0; s < sellers(); s++) {
            int buyer = best.partner().get(s);
            if (buyer >= 0) {
                Fraction pair = worth.get(s).get(buyer);
                if (from == 0) {
                    gets[sellers() + buyer] = pair.minus(gets[s]);
                } else {
                    gets[s] = pair.minus(gets[sellers() + buyer]);
                }
            }
        }
        return List.of(gets);
    }

    /// @param partner for each seller the buyer, -1 for none
    private record Matching(Fraction value, List<Integer> partner) {}

    private Matching matched(long coalition) {
        BigInteger common = common();
        long[][] whole = whole(common);
        int[] partner = match(whole, coalition);
        Fraction sum = Fraction.ZERO;
        List<Integer> partners = new ArrayList<>();
        for (int s = 0; s < sellers(); s++) {
            partners.add(partner[s]);
            sum = partner[s] < 0 ? sum : sum.plus(worth.get(s).get(partner[s]));
        }
        return new Matching(sum, partners);
    }

    private BigInteger common() {
        BigInteger common = BigInteger.ONE;
        for (List<Fraction> row : worth) {
            for (Fraction w : row) {
                common = common.divide(common.gcd(w.denominator())).multiply(w.denominator());
            }
        }
        return common;
    }

    private long[][] whole(BigInteger common) {
        long[][] whole = new long[sellers()][];
        for (int s = 0; s < whole.length; s++) {
            whole[s] = worth.get(s).stream()
                    .mapToLong(w -> {
                        BigInteger part = w.numerator().multiply(common.divide(w.denominator()));
                        if (part.bitLength() > 55) {
                            throw new IllegalArgumentException(
                                    "the worths need more than 55 bits in a common unit; give fewer decimals");
                        }
                        return part.longValueExact();
                    })
                    .toArray();
        }
        return whole;
    }

    /// What one coalition at a time is worth. O(k^3) for `k` players of each side.
    public LongToDoubleFunction worthOf() {
        long[][] whole = whole(common());
        double[][] values = worth.stream()
                .map(row -> row.stream().mapToDouble(Fraction::doubleValue).toArray())
                .toArray(double[][]::new);
        return mask -> {
            int[] partner = match(whole, mask);
            double sum = 0;
            for (int s = 0; s < partner.length; s++) {
                sum += partner[s] < 0 ? 0 : values[s][partner[s]];
            }
            return sum;
        };
    }

    /// The coalitions that matter for core and nucleolus: everyone alone, and a seller with a buyer.
    public List<Long> essential() {
        List<Long> essential = new ArrayList<>();
        for (int i = 0; i < players(); i++) {
            essential.add(1L << i);
        }
        for (int s = 0; s < sellers(); s++) {
            for (int b = sellers(); b < players(); b++) {
                essential.add(1L << s | 1L << b);
            }
        }
        return essential;
    }

    /// The game as a table, for up to 26 players.
    public Game game() {
        return Assignment.game(worth.stream()
                .map(row -> row.stream().mapToDouble(Fraction::doubleValue).toArray())
                .toArray(double[][]::new));
    }

    /// The best matching inside a coalition: shortest augmenting paths with potentials, one seller after the other.
    ///
    /// Source: H. W. Kuhn, *The Hungarian method for the assignment problem*, 1955; R. Jonker, A. Volgenant, *A
    /// shortest augmenting path algorithm for dense and sparse linear assignment problems*, 1987.
    private static int[] match(long[][] worth, long coalition) {
        int sellers = worth.length;
        int[] rows = Coalitions.players(coalition & Coalitions.grand(sellers)).stream()
                .mapToInt(i -> i)
                .toArray();
        int[] columns = Coalitions.players(coalition >>> sellers).stream()
                .mapToInt(i -> i)
                .toArray();
        int size = Math.max(rows.length, columns.length);
        long[] ofRow = new long[size + 1];
        long[] ofColumn = new long[size + 1];
        int[] rowOf = new int[size + 1]; // column 0 stands for "still without a column", row 0 for "free"
        int[] before = new int[size + 1];
        for (int row = 1; row <= size; row++) {
            augment(row, size, worth, rows, columns, ofRow, ofColumn, rowOf, before);
        }
        int[] partner = new int[sellers];
        Arrays.fill(partner, -1);
        for (int c = 1; c <= columns.length; c++) {
            if (rowOf[c] <= rows.length && worth[rows[rowOf[c] - 1]][columns[c - 1]] > 0) {
                partner[rows[rowOf[c] - 1]] = columns[c - 1];
            }
        }
        return partner;
    }

    private static void augment(
            int row,
            int size,
            long[][] worth,
            int[] rows,
            int[] columns,
            long[] ofRow,
            long[] ofColumn,
            int[] rowOf,
            int[] before) {
        long[] least = new long[size + 1];
        Arrays.fill(least, Long.MAX_VALUE);
        boolean[] used = new boolean[size + 1];
        rowOf[0] = row;
        int column = 0;
        do {
            used[column] = true;
            int from = rowOf[column];
            long step = Long.MAX_VALUE;
            int next = 0;
            for (int c = 1; c <= size; c++) {
                if (!used[c]) {
                    boolean real = from <= rows.length && c <= columns.length;
                    long cost = real ? -worth[rows[from - 1]][columns[c - 1]] : 0;
                    long reduced = cost - ofRow[from] - ofColumn[c];
                    if (reduced < least[c]) {
                        least[c] = reduced;
                        before[c] = column;
                    }
                    if (least[c] < step) {
                        step = least[c];
                        next = c;
                    }
                }
            }
            for (int c = 0; c <= size; c++) {
                if (used[c]) {
                    ofRow[rowOf[c]] += step;
                    ofColumn[c] -= step;
                } else if (c > 0) {
                    least[c] -= step;
                }
            }
            column = next;
        } while (rowOf[column] != 0);
        while (column != 0) {
            int earlier = before[column];
            rowOf[column] = rowOf[earlier];
            column = earlier;
        }
    }
}
