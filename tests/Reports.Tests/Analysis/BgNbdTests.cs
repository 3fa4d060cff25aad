using Analytics.Reports.Analysis.Loyalty;

namespace Analytics.Reports.Tests.Analysis;

/// <summary>BG/NBD against what is published of it, against numbers found otherwise, and against customers drawn from
/// known parameters.</summary>
public sealed class BgNbdTests
{
    /// <summary>Of the CDNOW customers, in the paper of 2005.</summary>
    private static readonly BgNbd Cdnow = new(0.243, 4.414, 0.793, 2.426);

    [Fact]
    public void A_customer_without_repeats_is_alive_and_one_long_silent_is_hardly()
    {
        Cdnow.Alive(new(0, 0, 38)).Should().Be(1);
        Cdnow.Alive(new(26, 20, 38.86)).Should().BeLessThan(0.001);
        Cdnow.Alive(new(2, 30.43, 38.86)).Should().BeApproximately(
            1 / (1 + (0.793 / 3.426 * Math.Pow((4.414 + 38.86) / (4.414 + 30.43), 2.243))), 1e-12);
    }

    [Fact]
    public void The_purchases_expected_of_a_customer_are_those_of_the_paper()
    {
        // Its example: x = 2, t_x = 30.43, T = 38.86, and 39 weeks to come.
        Cdnow.Expected(new(2, 30.43, 38.86), 39).Should().BeApproximately(1.226, 0.001);
    }

    [Theory]
    [InlineData(0, 0, 38.9, 39)]
    [InlineData(1, 5.3, 20, 8)]
    [InlineData(7, 30, 38, 52)]
    [InlineData(40, 37.9, 38, 150)]
    public void The_purchases_expected_are_those_that_draws_come_to(
        int repeats, double last, double observed, double weeks)
    {
        var customer = new PurchaseCount(repeats, last, observed);
        var dice = new Random(7);
        const int draws = 60_000;
        var (sum, squares) = (0.0, 0.0);
        for (var draw = 0; draw < draws; draw++)
        {
            var bought = BoughtLater(customer, weeks, dice);
            sum += bought;
            squares += (double)bought * bought;
        }

        var mean = sum / draws;
        var error = Math.Sqrt((squares / draws) - (mean * mean)) / Math.Sqrt(draws);
        Cdnow.ExpectedOfAlive(customer, weeks).Should().BeApproximately(mean, 4 * error);
    }

    [Fact]
    public void What_is_likeliest_has_no_slope_and_is_less_likely_all_around()
    {
        var customers = Drawn(600, new Random(3));
        var likelihood = new BgNbdLikelihood(customers);
        double[] at = [0.4, 6, 0.9, 2.1];
        for (var parameter = 0; parameter < at.Length; parameter++)
        {
            const double step = 1e-5;
            double[] up = [.. at], down = [.. at];
            up[parameter] += step;
            down[parameter] -= step;
            var slope = (likelihood.Value(up) - likelihood.Value(down)) / (2 * step);
            likelihood.Gradient(at)[parameter].Should().BeApproximately(slope, 1e-3 * Math.Max(1, Math.Abs(slope)));
        }

        var found = BgNbd.Fit(customers)!;
        var most = found.LogLikelihood(customers);
        foreach (var by in new[] { 0.9, 1.1 })
        {
            most.Should().BeGreaterThan((found with { R = found.R * by }).LogLikelihood(customers));
            most.Should().BeGreaterThan((found with { Alpha = found.Alpha * by }).LogLikelihood(customers));
            most.Should().BeGreaterThan((found with { A = found.A * by }).LogLikelihood(customers));
            most.Should().BeGreaterThan((found with { B = found.B * by }).LogLikelihood(customers));
        }
    }

    [Fact]
    public void Two_thousand_customers_give_the_parameters_back_they_were_drawn_from()
    {
        var customers = Drawn(2_357, new Random(11));

        var found = BgNbd.Fit(customers)!;

        var errors = StandardErrors(found, customers);
        found.R.Should().BeApproximately(Cdnow.R, 2 * errors[0]);
        found.Alpha.Should().BeApproximately(Cdnow.Alpha, 2 * errors[1]);
        found.A.Should().BeApproximately(Cdnow.A, 2 * errors[2]);
        found.B.Should().BeApproximately(Cdnow.B, 2 * errors[3]);
    }

    [Fact]
    public void Customers_counted_together_are_customers_one_by_one()
    {
        var customers = Drawn(500, new Random(5)).Select(customer => customer with
        {
            LastAt = Math.Floor(customer.LastAt), ObservedFor = Math.Ceiling(customer.ObservedFor),
        }).ToList();
        var together = customers.GroupBy(customer => customer)
            .Select(group => group.Key with { Customers = group.Count() }).ToList();
        together.Count.Should().BeLessThan(customers.Count);

        Cdnow.LogLikelihood(together).Should().BeApproximately(Cdnow.LogLikelihood(customers), 1e-6);
    }

    [Fact]
    public void Nobody_and_nobody_who_came_back_tell_nothing()
    {
        BgNbd.Fit([]).Should().BeNull();
        BgNbd.Fit([.. Enumerable.Range(1, 50).Select(week => new PurchaseCount(0, 0, week))]).Should().BeNull();
    }

    /// <summary>Square roots of the diagonal of the inverse of what the likelihood bends by.</summary>
    private static double[] StandardErrors(BgNbd at, IReadOnlyList<PurchaseCount> customers)
    {
        var likelihood = new BgNbdLikelihood(customers);
        double[] point = [at.R, at.Alpha, at.A, at.B];
        var bends = new double[4, 4];
        for (var i = 0; i < 4; i++)
        {
            var step = 1e-4 * point[i];
            double[] up = [.. point], down = [.. point];
            up[i] += step;
            down[i] -= step;
            var (above, below) = (likelihood.Gradient(up), likelihood.Gradient(down));
            for (var j = 0; j < 4; j++)
            {
                bends[i, j] = -(above[j] - below[j]) / (2 * step);
            }
        }

        return Naive.Inverse.Diagonal(bends).Select(Math.Sqrt).ToArray();
    }

    /// <summary>Customers who begin within twelve weeks and are seen for up to 39.</summary>
    private static List<PurchaseCount> Drawn(int count, Random dice) => Enumerable.Range(0, count).Select(_ =>
    {
        var observed = 39 - (dice.NextDouble() * 12);
        var (rate, leaving) = (Draws.Gamma(Cdnow.R, dice) / Cdnow.Alpha, Draws.Beta(Cdnow.A, Cdnow.B, dice));
        var (now, last, repeats) = (0.0, 0.0, 0);
        while (true)
        {
            now += Draws.Exponential(dice) / rate;
            if (now > observed)
            {
                return new PurchaseCount(repeats, last, observed);
            }

            (last, repeats) = (now, repeats + 1);
            if (dice.NextDouble() < leaving)
            {
                return new PurchaseCount(repeats, last, observed);
            }
        }
    }).ToList();

    /// <summary>Purchases to come of one who is alive: his rate and chance of leaving as known from what he bought.
    /// </summary>
    private static int BoughtLater(PurchaseCount customer, double weeks, Random dice)
    {
        var rate = Draws.Gamma(Cdnow.R + customer.Repeats, dice) / (Cdnow.Alpha + customer.ObservedFor);
        var leaving = Draws.Beta(Cdnow.A, Cdnow.B + customer.Repeats, dice);
        var (now, count) = (0.0, 0);
        while (true)
        {
            now += Draws.Exponential(dice) / rate;
            if (now > weeks)
            {
                return count;
            }

            count++;
            if (dice.NextDouble() < leaving)
            {
                return count;
            }
        }
    }
}
