using Analytics.Star;

namespace Analytics.Reports.Analysis.Loyalty;

/// <summary>A model of a population as a row of <c>annex/staging/fact_loyalty_fit.sql</c>.</summary>
internal static class FitCells
{
    private const int Decimals = 6;

    public static void Append(RowAppender rows, DateOnly asOf, PopulationModel population, ModelFit fit)
    {
        rows.Append(population.Kind).Append(fit.Name).Append(asOf).Append(population.HoldOutDays)
            .Append(population.Customers);
        Add(fit.Expected);
        Add(fit.Actual);
        Add(fit.MeanError);
        Add(fit.LogLikelihood);
        var isBuying = fit.Name == ModelFit.BgNbd;
        Add(isBuying ? population.Buying?.R : null);
        Add(isBuying ? population.Buying?.Alpha : null);
        Add(isBuying ? population.Buying?.A : null);
        Add(isBuying ? population.Buying?.B : null);
        Add(isBuying ? population.Spending?.P : null);
        Add(isBuying ? population.Spending?.Q : null);
        Add(isBuying ? population.Spending?.V : null);
        rows.Append(fit.IsUsed).EndRow();

        void Add(double? value) => CustomerCells.Append(rows, (decimal?)value, Decimals);
    }
}
