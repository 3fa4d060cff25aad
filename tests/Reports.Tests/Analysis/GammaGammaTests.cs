using Analytics.Reports.Analysis.Loyalty;

namespace Analytics.Reports.Tests.Analysis;

public sealed class GammaGammaTests
{
    [Fact]
    public void Customers_give_the_parameters_back_they_were_drawn_from()
    {
        // Of the CDNOW customers, in the note of 2013.
        var truth = new GammaGamma(6.25, 3.74, 15.44);
        var dice = new Random(19);
        var customers = Enumerable.Range(0, 20_000).Select(_ =>
        {
            var times = 1 + dice.Next(8);
            var rate = Draws.Gamma(truth.Q, dice) / truth.V;
            return (times, Enumerable.Range(0, times).Sum(_ => Draws.Gamma(truth.P, dice) / rate) / times);
        }).ToList();

        var found = GammaGamma.Fit(customers)!;

        found.P.Should().BeApproximately(truth.P, 0.4);
        found.Q.Should().BeApproximately(truth.Q, 0.2);
        (found.P * found.V / (found.Q - 1)).Should().BeApproximately(truth.P * truth.V / (truth.Q - 1), 1);
    }

    [Fact]
    public void A_customer_s_mean_lies_between_his_own_and_that_of_all_and_nearer_his_own_the_more_he_bought()
    {
        var model = new GammaGamma(6.25, 3.74, 15.44);
        var overall = model.P * model.V / (model.Q - 1);

        var (few, many) = (model.ExpectedMean(1, 100), model.ExpectedMean(50, 100));

        few.Should().BeInRange(overall, 100);
        many.Should().BeInRange(few, 100);
        GammaGamma.Fit([]).Should().BeNull();
    }
}
