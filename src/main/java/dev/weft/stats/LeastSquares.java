package dev.weft.stats;

import java.util.Arrays;
import java.util.List;

/// The combination of columns that comes nearest to a target, by least squares.
///
/// @param coefficients one a column
/// @param squares the sum of the squares of what is left over
record LeastSquares(List<Double> coefficients, double squares) {
    /// Modified Gram-Schmidt: each column gives up what the ones before it explain, and so does the
    /// target.
    ///
    /// @param columns linearly independent, each as long as the target
    static LeastSquares of(List<double[]> columns, double[] target) {
        int count = columns.size();
        double[][] left = columns.stream().map(double[]::clone).toArray(double[][]::new);
        double[] rest = target.clone();
        double[][] shares = new double[count][count];
        double[] coefficients = new double[count];
        for (int place = 0; place < count; place++) {
            double[] column = left[place];
            for (int later = place + 1; later < count; later++) {
                shares[place][later] = takeOut(column, left[later]);
            }
            coefficients[place] = takeOut(column, rest);
        }
        for (int place = count - 1; place >= 0; place--) {
            for (int later = place + 1; later < count; later++) {
                coefficients[place] -= shares[place][later] * coefficients[later];
            }
        }
        return new LeastSquares(Arrays.stream(coefficients).boxed().toList(), product(rest, rest));
    }

    /// Takes out of a vector what goes along with a direction, and says how many times the
    /// direction that was.
    private static double takeOut(double[] direction, double[] vector) {
        double share = product(direction, vector) / product(direction, direction);
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= share * direction[i];
        }
        return share;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
