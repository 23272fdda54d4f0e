package dev.weft.stats;

import java.util.Arrays;
import java.util.List;

/// A linear least-squares fit of columns to a target.
///
/// @param coefficients one per column
/// @param squares sum of the squared residuals
record LeastSquares(List<Double> coefficients, double squares) {
    /// Fits by the modified Gram-Schmidt method: projections on each column are subtracted from the
    /// later columns and from the target.
    ///
    /// @param columns linearly independent, each as long as the target
    static LeastSquares of(List<double[]> columns, double[] target) {
        int count = columns.size();
        double[][] orthogonal = columns.stream().map(double[]::clone).toArray(double[][]::new);
        double[] residual = target.clone();
        double[][] projections = new double[count][count];
        double[] coefficients = new double[count];
        for (int index = 0; index < count; index++) {
            double[] column = orthogonal[index];
            for (int later = index + 1; later < count; later++) {
                projections[index][later] = subtractProjection(column, orthogonal[later]);
            }
            coefficients[index] = subtractProjection(column, residual);
        }
        for (int index = count - 1; index >= 0; index--) {
            for (int later = index + 1; later < count; later++) {
                coefficients[index] -= projections[index][later] * coefficients[later];
            }
        }
        return new LeastSquares(
                Arrays.stream(coefficients).boxed().toList(), dotProduct(residual, residual));
    }

    /// Subtracts from a vector its projection on a direction.
    ///
    /// @return length of the projection, as a multiple of the direction
    private static double subtractProjection(double[] direction, double[] vector) {
        double projection = dotProduct(direction, vector) / dotProduct(direction, direction);
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= projection * direction[i];
        }
        return projection;
    }

    private static double dotProduct(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
