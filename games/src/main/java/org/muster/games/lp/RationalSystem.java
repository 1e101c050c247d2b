package org.muster.games.lp;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.games.Fraction;

/// Systems of linear equations solved exactly.
///
/// Fraction-free elimination: every division is without remainder, numbers stay as small as the minors of the matrix.
///
/// Source: E. H. Bareiss, *Sylvester's identity and multistep integer-preserving Gaussian elimination*, 1968.
public final class RationalSystem {
    private final int unknowns;
    private final List<BigInteger[]> equations = new ArrayList<>();

    /// A system without equations.
    public RationalSystem(int unknowns) {
        this.unknowns = unknowns;
    }

    /// Adds `coefficients x = rightSide`.
    public void add(List<Fraction> coefficients, Fraction rightSide) {
        BigInteger common = rightSide.denominator();
        for (Fraction c : coefficients) {
            common = common.divide(common.gcd(c.denominator())).multiply(c.denominator());
        }
        BigInteger[] row = new BigInteger[unknowns + 1];
        for (int i = 0; i < unknowns; i++) {
            row[i] = over(coefficients.get(i), common);
        }
        row[unknowns] = over(rightSide, common);
        equations.add(row);
    }

    private static BigInteger over(Fraction part, BigInteger common) {
        return part.numerator().multiply(common.divide(part.denominator()));
    }

    /// The one solution, or nothing where there is none or more than one.
    public Optional<List<Fraction>> solve() {
        List<BigInteger[]> rows = new ArrayList<>();
        equations.forEach(e -> rows.add(e.clone()));
        BigInteger previous = BigInteger.ONE;
        for (int c = 0; c < unknowns; c++) {
            int pivot = c;
            while (pivot < rows.size() && rows.get(pivot)[c].signum() == 0) {
                pivot++;
            }
            if (pivot >= rows.size()) {
                return Optional.empty();
            }
            BigInteger[] row = rows.get(pivot);
            rows.set(pivot, rows.get(c));
            rows.set(c, row);
            for (int r = c + 1; r < rows.size(); r++) {
                eliminate(rows.get(r), row, c, previous);
            }
            previous = row[c];
        }
        for (int r = unknowns; r < rows.size(); r++) {
            if (rows.get(r)[unknowns].signum() != 0) {
                return Optional.empty();
            }
        }
        return Optional.of(substitute(rows));
    }

    private void eliminate(BigInteger[] row, BigInteger[] pivotRow, int c, BigInteger previous) {
        BigInteger factor = row[c];
        for (int i = c; i <= unknowns; i++) {
            row[i] = pivotRow[c]
                    .multiply(row[i])
                    .subtract(factor.multiply(pivotRow[i]))
                    .divide(previous);
        }
    }

    private List<Fraction> substitute(List<BigInteger[]> rows) {
        Fraction[] x = new Fraction[unknowns];
        for (int r = unknowns - 1; r >= 0; r--) {
            BigInteger[] row = rows.get(r);
            Fraction sum = Fraction.of(row[unknowns]);
            for (int i = r + 1; i < unknowns; i++) {
                if (row[i].signum() != 0) {
                    sum = sum.minus(x[i].times(Fraction.of(row[i])));
                }
            }
            x[r] = sum.over(Fraction.of(row[r]));
        }
        return List.of(x);
    }
}
