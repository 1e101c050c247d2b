package org.muster.games.lp;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muster.games.Fraction;

/// A linear program solved without rounding: minimise the last unknown subject to `a_j y >= v_j`, `y` free, all
/// coefficients whole numbers.
///
/// Solved through its dual, `max v w` with `sum of w_j a_j = (0, ..., 0, 1)`, `w >= 0`, by the two-phase simplex
/// method on a tableau of whole numbers over one common denominator: every division is without remainder. Dantzig's
/// choice of column, Bland's after steps that gain nothing, so that it ends. A step costs O(unknowns * rows) whole
/// numbers as long as the minors of the matrix.
///
/// Sources: J. Edmonds, J.-F. Maurras, *Note sur les Q-matrices d'Edmonds*, 1997 (whole pivots); R. G. Bland, *New
/// finite pivoting rules for the simplex method*, 1977.
public final class WholeProgram {
    /// An optimum.
    ///
    /// @param y       a point at which the last unknown is smallest
    /// @param weights one a row, not negative: rows with a weight above 0 hold with equality at every optimum
    public record Optimum(List<Fraction> y, List<Fraction> weights) {
        public Optimum {
            y = List.copyOf(y);
            weights = List.copyOf(weights);
        }
    }

    private static final int IDLE_STEPS = 12;

    private final int unknowns;
    private final List<BigInteger[]> rows = new ArrayList<>();
    private final List<BigInteger> values = new ArrayList<>();
    private final long mostSteps;

    private BigInteger[][] table = new BigInteger[0][];
    private int[] basis = new int[0];
    private BigInteger det = BigInteger.ONE;
    private long steps;

    /// @param unknowns  how many, the last of which is minimised
    /// @param mostSteps steps after which to give up
    public WholeProgram(int unknowns, long mostSteps) {
        this.unknowns = unknowns;
        this.mostSteps = mostSteps;
    }

    /// Adds `coefficients y >= value`, scaled to whole numbers; scaling changes the row's weight and nothing else.
    public void add(List<Fraction> coefficients, Fraction value) {
        BigInteger common = value.denominator();
        for (Fraction c : coefficients) {
            common = common.divide(common.gcd(c.denominator())).multiply(c.denominator());
        }
        BigInteger[] row = new BigInteger[unknowns];
        for (int i = 0; i < unknowns; i++) {
            row[i] = over(coefficients.get(i), common);
        }
        rows.add(row);
        values.add(over(value, common));
    }

    private static BigInteger over(Fraction part, BigInteger common) {
        return part.numerator().multiply(common.divide(part.denominator()));
    }

    /// The optimum, or nothing where the last unknown has no lower bound.
    ///
    /// @throws ArithmeticException where no point meets all rows, or after too many steps
    public Optional<Optimum> solve() {
        start();
        improve(firstPhase());
        if (table[unknowns][right()].signum() < 0) {
            return Optional.empty();
        }
        takeOutArtificials();
        improve(secondPhase());
        return Optional.of(optimum());
    }

    /// Steps taken by the last [#solve].
    public long steps() {
        return steps;
    }

    private int right() {
        return rows.size() + unknowns;
    }

    /// One line an unknown; columns are the rows of the program, then one artificial variable a line, then the right
    /// side. The last line holds what a column would gain, negated.
    private void start() {
        int columns = rows.size() + unknowns + 1;
        table = new BigInteger[unknowns + 1][columns];
        basis = new int[unknowns];
        det = BigInteger.ONE;
        steps = 0;
        for (int i = 0; i < unknowns; i++) {
            for (int j = 0; j < columns; j++) {
                table[i][j] = j < rows.size() ? rows.get(j)[i] : BigInteger.ZERO;
            }
            table[i][rows.size() + i] = BigInteger.ONE;
            table[i][right()] = i == unknowns - 1 ? BigInteger.ONE : BigInteger.ZERO;
            basis[i] = rows.size() + i;
        }
    }

    /// Makes the artificial variables as small as can be.
    private int firstPhase() {
        for (int j = 0; j <= right(); j++) {
            BigInteger sum = BigInteger.ZERO;
            for (int i = 0; i < unknowns; i++) {
                sum = sum.add(table[i][j]);
            }
            boolean artificial = j >= rows.size() && j < right();
            table[unknowns][j] = artificial ? BigInteger.ZERO : sum.negate();
        }
        return rows.size();
    }

    /// What is left of them is 0: each is exchanged for a row where there is one.
    private void takeOutArtificials() {
        for (int i = 0; i < unknowns; i++) {
            for (int j = 0; basis[i] >= rows.size() && j < rows.size(); j++) {
                if (table[i][j].signum() != 0) {
                    pivot(i, j);
                }
            }
        }
    }

    private int secondPhase() {
        for (int j = 0; j <= right(); j++) {
            BigInteger gain = j < rows.size() ? values.get(j).multiply(det) : BigInteger.ZERO;
            for (int i = 0; i < unknowns; i++) {
                if (basis[i] < rows.size()) {
                    gain = gain.subtract(values.get(basis[i]).multiply(table[i][j]));
                }
            }
            table[unknowns][j] = gain.negate();
        }
        return rows.size();
    }

    private void improve(int columns) {
        int idle = 0;
        while (true) {
            int entering = entering(columns, idle > IDLE_STEPS);
            if (entering < 0) {
                return;
            }
            int leaving = leaving(entering);
            if (leaving < 0) {
                throw new ArithmeticException("the rows of the linear program contradict each other");
            }
            idle = table[leaving][right()].signum() == 0 ? idle + 1 : 0;
            pivot(leaving, entering);
        }
    }

    private int entering(int columns, boolean first) {
        int entering = -1;
        for (int j = 0; j < columns; j++) {
            BigInteger gain = table[unknowns][j];
            if (gain.signum() < 0 && (entering < 0 || gain.compareTo(table[unknowns][entering]) < 0)) {
                entering = j;
                if (first) {
                    return j;
                }
            }
        }
        return entering;
    }

    /// The smallest ratio, ties to the lowest variable. An artificial variable that is 0 and would grow negative leaves
    /// too: it must stay 0.
    private int leaving(int entering) {
        int leaving = -1;
        for (int i = 0; i < unknowns; i++) {
            boolean stuck =
                    basis[i] >= rows.size() && table[i][right()].signum() == 0 && table[i][entering].signum() != 0;
            if (stuck) {
                return i;
            }
            if (table[i][entering].signum() > 0 && (leaving < 0 || before(i, leaving, entering))) {
                leaving = i;
            }
        }
        return leaving;
    }

    private boolean before(int i, int leaving, int entering) {
        int compared = table[i][right()]
                .multiply(table[leaving][entering])
                .compareTo(table[leaving][right()].multiply(table[i][entering]));
        return compared < 0 || (compared == 0 && basis[i] < basis[leaving]);
    }

    private void pivot(int leaving, int entering) {
        if (++steps > mostSteps) {
            throw new ArithmeticException(
                    String.format(Locale.ROOT, "the exact linear program did not end within %d steps", mostSteps));
        }
        if (table[leaving][entering].signum() < 0) {
            for (int j = 0; j <= right(); j++) {
                table[leaving][j] = table[leaving][j].negate();
            }
        }
        BigInteger by = table[leaving][entering];
        for (int i = 0; i <= unknowns; i++) {
            if (i != leaving) {
                eliminate(table[i], table[leaving], table[i][entering], by);
            }
        }
        det = by;
        basis[leaving] = entering;
    }

    private void eliminate(BigInteger[] line, BigInteger[] pivotLine, BigInteger factor, BigInteger by) {
        boolean none = factor.signum() == 0;
        if (none && by.equals(det)) {
            return;
        }
        for (int j = 0; j < line.length; j++) {
            BigInteger scaled = line[j].signum() == 0 ? BigInteger.ZERO : line[j].multiply(by);
            BigInteger less =
                    none || pivotLine[j].signum() == 0 ? scaled : scaled.subtract(factor.multiply(pivotLine[j]));
            line[j] = less.signum() == 0 ? BigInteger.ZERO : less.divide(det);
        }
    }

    /// What an artificial column would gain is the unknown of its line, negated.
    private Optimum optimum() {
        List<Fraction> y = new ArrayList<>();
        for (int i = 0; i < unknowns; i++) {
            y.add(new Fraction(table[unknowns][rows.size() + i], det));
        }
        Fraction[] weights = new Fraction[rows.size()];
        java.util.Arrays.fill(weights, Fraction.ZERO);
        for (int i = 0; i < unknowns; i++) {
            if (basis[i] < rows.size()) {
                weights[basis[i]] = new Fraction(table[i][right()], det);
            }
        }
        return new Optimum(y, List.of(weights));
    }
}
