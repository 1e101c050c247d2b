package org.muster.pledge.likely;

import java.util.List;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/// Logistic regression with a penalty on the weights, not on the constant.
///
/// Minimises the negative log likelihood plus half the penalty times the sum of squared weights, by Newton's
/// method. The penalty makes the minimum unique and finite whatever the rows, so the same rows give the same
/// weights.
///
/// Source: S. le Cessie, J. van Houwelingen, *Ridge Estimators in Logistic Regression*, Applied Statistics 41 (1992).
///
/// @param weights the constant first, then one for each feature
record RidgeLogistic(List<Double> weights) {
    private static final double PENALTY = 1;
    private static final int MOST_STEPS = 100;
    private static final double CLOSE_ENOUGH = 1e-10;
    /// Keeps the constant defined where every row has the same outcome.
    private static final double PENALTY_OF_CONSTANT = 0.01;

    RidgeLogistic {
        weights = List.copyOf(weights);
    }

    /// One observation.
    ///
    /// @param features without the constant
    /// @param outcome  whether it happened
    record Row(List<Double> features, boolean outcome) {
        Row {
            features = List.copyOf(features);
        }
    }

    static RidgeLogistic fit(List<Row> rows) {
        int size = 1 + rows.getFirst().features().size();
        RealVector weights = MatrixUtils.createRealVector(new double[size]);
        for (int step = 0; step < MOST_STEPS; step++) {
            RealVector gradient = MatrixUtils.createRealVector(new double[size]);
            RealMatrix hessian = MatrixUtils.createRealMatrix(size, size);
            for (int i = 0; i < size; i++) {
                double penalty = i == 0 ? PENALTY_OF_CONSTANT : PENALTY;
                gradient.setEntry(i, penalty * weights.getEntry(i));
                hessian.setEntry(i, i, penalty);
            }
            for (Row row : rows) {
                RealVector x = vector(row.features());
                double p = logistic(weights.dotProduct(x));
                gradient = gradient.add(x.mapMultiply(p - (row.outcome() ? 1 : 0)));
                hessian = hessian.add(x.outerProduct(x).scalarMultiply(p * (1 - p)));
            }
            RealVector move =
                    new CholeskyDecomposition(hessian, 1e-9, 0).getSolver().solve(gradient);
            weights = weights.subtract(move);
            if (move.getLInfNorm() < CLOSE_ENOUGH) {
                break;
            }
        }
        return new RidgeLogistic(
                java.util.Arrays.stream(weights.toArray()).boxed().toList());
    }

    double probability(List<Double> features) {
        double sum = weights.getFirst();
        for (int i = 0; i < features.size(); i++) {
            sum += weights.get(i + 1) * features.get(i);
        }
        return logistic(sum);
    }

    private static RealVector vector(List<Double> features) {
        double[] x = new double[features.size() + 1];
        x[0] = 1;
        for (int i = 0; i < features.size(); i++) {
            x[i + 1] = features.get(i);
        }
        return MatrixUtils.createRealVector(x);
    }

    private static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
