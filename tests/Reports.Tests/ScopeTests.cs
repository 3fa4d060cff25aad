using Analytics.Fixtures;
using Analytics.Reports.Tests.Naive;
using CsCheck;

namespace Analytics.Reports.Tests;

public sealed class ScopeTests(Company company) : IClassFixture<Company>
{
    private static readonly string[] WholeYear = ["by=store", "from_date=2024-01-01", "to_date=2024-12-31"];

    private static readonly Gen<Scope> Scopes = Gen.Select(
        Gen.Int[0, 31], Gen.Int[0, 5], Gen.Bool, Gen.Bool,
        (stores, category, hasStores, hasCategories) => new Scope
        {
            Stores = hasStores
                ? Enumerable.Range(1, 5).Where(store => (stores >> (store - 1) & 1) == 1)
                    .Select(SampleStar.StoreCode).ToList()
                : null,
            Categories = hasCategories ? [new[] { "A", "B", "A0", "B3", "A04", "none" }[category]] : null,
        });

    [Fact]
    public Task Rows_and_totals_are_those_of_the_scope_and_no_others() => Gen
        .Select(Scopes, YearOnYearCase.Random).SampleAsync(
        async (scope, example) =>
        {
            var outcome = await company.RunAsync(scope, true, example.Parameters);
            var result = outcome.Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
            var seen = company.Sales.Where(sale => IsIn(scope, sale)).ToList();
            var expected = NaiveYearOnYear.Sum(seen, example.By, example.Buckets("current"));
            var at = result.Columns.ToList().FindIndex(column => column.Name == "sales_amount");
            result.Rows.Where(row => row[at] is not null).Select(row => (decimal)row[at]!).Order()
                .Should().Equal(expected.Values.Select(figures => figures.Amount).Order());
            var total = NaiveYearOnYear.Sum(seen, "none", example.Whole("current")).Values.SingleOrDefault();
            (result.Totals![at] as decimal?).Should().Be(total?.Amount);
            if (example.By == "store" && scope.Stores is not null)
            {
                result.Rows.Select(row => (string)row[0]!).Should().BeSubsetOf(scope.Stores);
            }
        },
        iter: 80, threads: 1);

    [Theory]
    [InlineData(ScopeMasks.Cost)]
    [InlineData(ScopeMasks.Margin)]
    public async Task Masked_figures_are_blank_everywhere_and_the_rest_stays(ScopeMasks masks)
    {
        string[] parameters = ["by=store", "grain=month", "from_date=2024-01-01", "to_date=2024-06-30"];
        var open = await company.AnswerAsync(parameters);
        var outcome = await company.RunAsync(new Scope { Masks = masks }, true, parameters);
        var masked = outcome.Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
        masked.Columns.Select(column => column.Name).Should().Equal(open.Columns.Select(column => column.Name));
        for (var i = 0; i < masked.Columns.Count; i++)
        {
            var isHidden = masked.Columns[i].Measure?.StartsWith("margin", StringComparison.Ordinal) == true;
            var cells = masked.Rows.Append(masked.Totals!).Select(row => row[i]);
            cells.Should().Equal(open.Rows.Append(open.Totals!).Select(row => isHidden ? null : row[i]));
        }
        open.Columns.Count(column => column.Measure?.StartsWith("margin", StringComparison.Ordinal) == true)
            .Should().Be(12);
    }

    [Fact]
    public async Task A_department_includes_those_below_it()
    {
        var outcome = await company.RunAsync(new Scope { Departments = ["D1"] }, true, WholeYear);
        Stores(outcome).Should().BeEquivalentTo("S01", "S02", "S04", "S05");
        outcome = await company.RunAsync(new Scope { Departments = ["D2"] }, true, WholeYear);
        Stores(outcome).Should().BeEquivalentTo("S02", "S05");
        outcome = await company.RunAsync(new Scope { Departments = [] }, true, WholeYear);
        Stores(outcome).Should().BeEmpty();

        static IEnumerable<string> Stores(ReportOutcome outcome) =>
            outcome.Should().BeOfType<ReportOutcome.Answer>().Subject.Result.Rows.Select(row => (string)row[0]!);
    }

    [Fact]
    public async Task An_empty_scope_shows_nothing()
    {
        var outcome = await company.RunAsync(
            Scope.OfStores(), true, "by=none", "from_date=2024-01-01", "to_date=2024-12-31");
        var result = outcome.Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
        result.Rows.Should().BeEmpty();
        result.Totals.Should().NotContain(cell => cell is decimal);
    }

    [Fact]
    public async Task A_code_that_would_end_a_literal_is_only_a_code()
    {
        var outcome = await company.RunAsync(
            Scope.OfStores("S01') or true --", "x'; drop table y; --"),
            true,
            "by=store", "from_date=2024-01-01", "to_date=2024-12-31");
        outcome.Should().BeOfType<ReportOutcome.Answer>().Subject.Result.Rows.Should().BeEmpty();
    }

    [Fact]
    public void Equal_rights_have_equal_keys_and_other_rights_have_others()
    {
        Scope.OfStores("a", "b").Should().Be(Scope.OfStores("b", "a", "a"));
        Scope.OfStores("a", "b").Should().NotBe(Scope.OfStores("a;1:b"));
        Scope.OfStores().Should().NotBe(Scope.Everything);
        new Scope { Categories = ["a"] }.Should().NotBe(Scope.OfStores("a"));
        new Scope { Masks = ScopeMasks.Cost }.Should().NotBe(Scope.Everything);
    }

    private static bool IsIn(Scope scope, SampleSale sale) =>
        (scope.Stores is null || scope.Stores.Contains(SampleStar.StoreCode(sale.Dims.Store)))
        && (scope.Categories is null
            || scope.Categories.Contains(SampleStar.Category1Code(sale.Dims.Item))
            || scope.Categories.Contains(SampleStar.Category2Code(sale.Dims.Item))
            || scope.Categories.Contains(SampleStar.CategoryCode(sale.Dims.Item)));
}
