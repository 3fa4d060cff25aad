namespace Analytics.Reports.Tests.Naive;

/// <summary>The inverse of a matrix by elimination.</summary>
internal static class Inverse
{
    public static double[] Diagonal(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        var (left, right) = ((double[,])matrix.Clone(), new double[size, size]);
        for (var i = 0; i < size; i++)
        {
            right[i, i] = 1;
        }

        for (var pivot = 0; pivot < size; pivot++)
        {
            var by = left[pivot, pivot];
            for (var column = 0; column < size; column++)
            {
                (left[pivot, column], right[pivot, column]) = (left[pivot, column] / by, right[pivot, column] / by);
            }

            for (var row = 0; row < size; row++)
            {
                var times = row == pivot ? 0 : left[row, pivot];
                for (var column = 0; column < size; column++)
                {
                    left[row, column] -= times * left[pivot, column];
                    right[row, column] -= times * right[pivot, column];
                }
            }
        }

        return [.. Enumerable.Range(0, size).Select(i => right[i, i])];
    }
}
