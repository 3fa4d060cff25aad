using Analytics.Fixtures;
using Analytics.Reports.Explore;
using CsCheck;

namespace Analytics.Reports.Tests.Explore;

public sealed class ExplorerTests(Company company) : IClassFixture<Company>
{
    private readonly Explorer explorer = new(company.Runner, MeasureCatalog.Load(company.Glossary));

    [Fact]
    public Task Any_question_equals_the_same_told_over_plain_records() => EqualsPlainRecordsAsync(50);

    [Fact]
    [Trait("Category", "Slow")]
    public Task Many_questions_equal_the_same_told_over_plain_records() => EqualsPlainRecordsAsync(3000);

    [Fact]
    public Task Rollups_change_nothing_but_the_tables() => ExploreCase.Random.SampleAsync(
        async example =>
        {
            var fast = await AnswerAsync(example.Query);
            var slow = await AnswerAsync(example.Query with { UseRollups = false });
            slow.Relation.Should().Be("fact_sales");
            slow.Rows.Should().BeEquivalentTo(fast.Rows, options => options.WithStrictOrdering());
            slow.Totals.Should().Equal(fast.Totals);
            slow.Levels.Should().Equal(fast.Levels);
        },
        iter: 60, threads: 1);

    [Theory]
    [InlineData("store")]
    [InlineData("item")]
    [InlineData("party")]
    [InlineData("weekday")]
    public async Task What_the_glossary_calls_a_sum_adds_up_to_its_total(string by)
    {
        var sums = MeasureCatalog.Load(company.Glossary).All
            .Where(measure => measure.Relation == "sales" && measure.Entry.Kind == "sum")
            .Select(measure => measure.Name).ToList();
        sums.Should().HaveCountGreaterThan(8);

        var table = await AnswerAsync(Year([.. sums], [by]));

        foreach (var sum in sums)
        {
            table.Columns.Single(column => column.Name == sum).IsAdditive.Should().BeTrue();
            table.Rows.Sum(row => (decimal?)Cell(table, row, sum) ?? 0)
                .Should().Be((decimal)Cell(table, table.Totals!, sum)!);
        }
    }

    [Fact]
    public async Task Members_across_stand_beside_each_other_and_their_totals_at_the_end()
    {
        var flat = await AnswerAsync(Year(["sales_amount", "margin_rate"], ["region", "weekday"]));
        var across = await AnswerAsync(Year(["sales_amount", "margin_rate"], ["region"]) with { Across = "weekday" });
        across.Columns.Count(column => column.Name.StartsWith("sales_amount__", StringComparison.Ordinal))
            .Should().Be(7);
        across.Columns[^2].Name.Should().Be("sales_amount");
        foreach (var row in across.Rows)
        {
            for (var day = 1; day <= 7; day++)
            {
                var found = flat.Rows.Single(other => Equals(other[0], row[0]) && Equals(other[2], $"{day}"));
                Cell(across, row, $"sales_amount__{day}").Should().Be(found[4]);
                Cell(across, row, $"margin_rate__{day}").Should().Be(found[5]);
            }
            Cell(across, row, "sales_amount").Should().Be(
                Enumerable.Range(1, 7).Sum(day => (decimal)Cell(across, row, $"sales_amount__{day}")!));
        }
        Cell(across, across.Totals!, "sales_amount__3").Should().Be(
            across.Rows.Sum(row => (decimal)Cell(across, row, "sales_amount__3")!));
        var label = across.Columns.Single(column => column.Name == "sales_amount__1").Label;
        label.Zh.Should().StartWith("周一 ");
        var english = await AnswerAsync(Year(["sales_amount"], ["region"]) with
        {
            Across = "weekday", Culture = System.Globalization.CultureInfo.GetCultureInfo("en"),
        });
        english.Columns.Single(column => column.Name == "sales_amount__1").Label.En.Should().StartWith("Monday ");
    }

    [Fact]
    public async Task Members_across_are_compared_each_with_its_own_base()
    {
        var range = new Dictionary<string, string>
        {
            ["from_date"] = "2024-01-01", ["to_date"] = "2024-12-31", ["compare"] = "last_year,previous",
        };
        var query = new ExploreQuery(["sales_amount", "margin_rate"], ["region"]) { Range = range };
        var flat = await AnswerAsync(query with { By = ["region", "channel"] });
        var alone = await AnswerAsync(query);

        var across = await AnswerAsync(query with { Across = "channel" });

        var figures = alone.Columns.Where(column => column.Measure is not null).ToList();
        figures.Should().Contain(column => column.Name == "margin_rate_points_last_year");
        foreach (var row in across.Rows)
        {
            foreach (var member in flat.Rows.Where(other => Equals(other[0], row[0])))
            {
                figures.ConvertAll(figure => Cell(across, row, $"{figure.Name}__{member[2]}")).Should()
                    .Equal(figures.ConvertAll(figure => Cell(flat, member, figure.Name)));
            }
            figures.ConvertAll(figure => Cell(across, row, figure.Name)).Should().Equal(figures.ConvertAll(
                figure => Cell(alone, alone.Rows.Single(other => Equals(other[0], row[0])), figure.Name)));
        }
        across.Columns.Where(column => column.Group is not null).Should().OnlyContain(
            column => column.Label.Zh.StartsWith(column.Group!.Value.Zh, StringComparison.Ordinal));
        across.Columns.Should().Contain(column => column.Window == "previous" && column.Group != null);
    }

    [Fact]
    public async Task Across_the_top_leaves_the_rest_in_one_row()
    {
        var table = await AnswerAsync(
            Year(["sales_amount"], ["item"]) with { Across = "region", Top = 3 });
        table.Rows.Should().HaveCount(4);
        table.Levels.Should().Equal(1, 1, 1, 0);
        table.Rows[^1][1].Should().Be("其他");
        foreach (var column in table.Columns.Skip(2))
        {
            table.Rows.Sum(row => (decimal?)Cell(table, row, column.Name) ?? 0)
                .Should().Be((decimal)Cell(table, table.Totals!, column.Name)!);
        }
    }

    [Fact]
    public async Task Rows_are_sorted_by_any_figure_and_held_by_any()
    {
        var query = Year(["sales_amount", "margin_rate"], ["store"]) with
        {
            Range = new Dictionary<string, string>
            {
                ["from_date"] = "2024-01-01", ["to_date"] = "2024-12-31", ["compare"] = "last_year",
            },
            Sort = ExploreSort.Parse("+sales_amount_growth_rate_last_year"),
        };
        var sorted = await AnswerAsync(query);
        sorted.Rows.Select(row => (decimal?)Cell(sorted, row, "sales_amount_growth_rate_last_year"))
            .Should().BeInAscendingOrder().And.HaveCount(5);
        var least = (decimal)Cell(sorted, sorted.Rows[2], "sales_amount_growth_rate_last_year")!;
        var held = await AnswerAsync(query with
        {
            Having = [new("sales_amount_growth_rate_last_year", ">=", least)],
        });
        held.Rows.Should().HaveCount(3);
        held.Totals.Should().Equal(sorted.Totals);
    }

    [Theory]
    [InlineData("ticket_count", "item", "", "measures")]
    [InlineData("ticket_count", "store", "is_return=true", "measures")]
    [InlineData("nothing", "store", "", "measures")]
    [InlineData("", "store", "", "measures")]
    [InlineData("sales_amount", "vehicle", "", "by")]
    [InlineData("sales_amount", "store,store", "", "by")]
    [InlineData("sales_amount", "store", "document_key=1", "where")]
    [InlineData("sales_amount", "store", "is_return=perhaps", "where")]
    [InlineData("sales_amount", "store", "sales_amount; drop=1", "where")]
    public async Task What_cannot_be_asked_is_refused_in_one_line(string measures, string by, string where, string at)
    {
        var outcome = await explorer.RunAsync(
            Year(Names(measures), Names(by)) with
            {
                Where = where.Length == 0 ? [] : [ExploreFilter.Parse(where)!],
            },
            Scope.Everything,
            CancellationToken.None);
        outcome.Should().BeOfType<ReportOutcome.Refused>().Subject.Lines.Should().ContainSingle()
            .Which.Where.Should().Be(at);

        static string[] Names(string text) => text.Length == 0 ? [] : text.Split(',');
    }

    [Fact]
    public void A_query_and_its_texts_are_one()
    {
        var texts = new Dictionary<string, string>
        {
            ["measures"] = "sales_amount,margin_rate", ["by"] = "store,item",
            ["where"] = "store=S01|S02;item!=P1;item~x",
            ["having"] = "sales_amount>=1000.5", ["period"] = "this_year", ["compare"] = "last_year", ["top"] = "5",
            ["sort"] = "+margin_rate", ["others"] = "false", ["subtotals"] = "true", ["across"] = "weekday",
        };
        var query = ExploreText.Read(texts, out var faults)!;
        faults.Should().BeEmpty();
        ExploreText.Of(query).Should().BeEquivalentTo(texts);
    }

    [Theory]
    [InlineData("where", "store")]
    [InlineData("where", "=S01")]
    [InlineData("having", "sales_amount>much")]
    [InlineData("top", "-1")]
    [InlineData("others", "no")]
    [InlineData("limit", "1")]
    public void A_text_of_another_form_is_refused_by_name(string name, string text)
    {
        var texts = new Dictionary<string, string> { ["measures"] = "sales_amount", [name] = text };
        ExploreText.Read(texts, out var faults).Should().BeNull();
        faults.Should().ContainSingle().Which.Where.Should().Be(name);
    }

    [Fact]
    public async Task A_value_is_only_a_value()
    {
        var result = await AnswerAsync(Year(["sales_amount"], ["store"]) with
        {
            Where = [new("store", FilterRule.In, ["S01', 'S02"]), new("item", FilterRule.Contains, ["%' or true --"])],
        });
        result.Rows.Should().BeEmpty();
    }

    [Fact]
    public async Task A_scope_holds_in_every_kind_of_row()
    {
        var outcome = await explorer.RunAsync(
            Year(["sales_amount"], ["region", "store"]) with { HasSubtotals = true, Top = 1 },
            Scope.OfStores("S02", "S04"),
            CancellationToken.None);
        var result = outcome.Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
        var own = company.Sales.Where(sale => sale.BusinessDate.Year == 2024 && sale.Dims.Store is 2 or 4)
            .Sum(sale => sale.BusinessDate.Year == 2024 ? sale.Figures.Net : 0);
        Cell(result, result.Totals!, "sales_amount").Should().Be(own);
        result.Rows.Where((_, i) => result.Levels![i] != 2)
            .Sum(row => (decimal?)Cell(result, row, "sales_amount") ?? 0).Should().Be(own);
    }

    private Task EqualsPlainRecordsAsync(int times) => ExploreCase.Random.SampleAsync(
        async example =>
        {
            var result = await AnswerAsync(example.Query);
            var counted = company.Sales.Where(example.Counts).ToList();
            var kept = Kept(example.Query, counted);
            Assert(example.Query, result, Rows(result, example.Query.By.Count), kept, example.Query.By);
            AssertSubtotals(example.Query, result, kept);
            Figures(example.Query, result, result.Totals).Should().Equal(
                Naive(example.Query, counted), NaiveMeasures.AreEqual);
            var others = result.Rows.Where((_, i) => result.Levels![i] == 0).ToList();
            if (example.Query is { Top: not null, By.Count: > 0 } && counted.Count > kept.Count)
            {
                Figures(example.Query, result, others.Should().ContainSingle().Subject)
                    .Should().Equal(Naive(example.Query, counted.Except(kept).ToList()), NaiveMeasures.AreEqual);
            }
        },
        iter: times, threads: 1);

    private static void AssertSubtotals(ExploreQuery query, ReportResult result, List<SampleSale> kept)
    {
        for (var depth = 1; depth < query.By.Count; depth++)
        {
            var rows = Rows(result, depth);
            if (query.HasSubtotals)
            {
                Assert(query, result, rows, kept, [.. query.By.Take(depth)]);
            }
            else
            {
                rows.Should().BeEmpty();
            }
        }
    }

    private static void Assert(
        ExploreQuery query, ReportResult result, List<object?[]> rows, List<SampleSale> sales, IReadOnlyList<string> by)
    {
        var expected = sales.GroupBy(sale => string.Join('|', by.Select(name => NaiveMeasures.CodeOf(name, sale))))
            .ToDictionary(group => group.Key, group => Naive(query, [.. group]));
        rows.Select(row => string.Join('|', by.Select((_, i) => row[i * 2]))).Should().BeEquivalentTo(expected.Keys);
        foreach (var row in rows)
        {
            Figures(query, result, row).Should().Equal(
                expected[string.Join('|', by.Select((_, i) => row[i * 2]))], NaiveMeasures.AreEqual);
        }
    }

    /// <summary>The rows of the members that the top keeps.</summary>
    private static List<SampleSale> Kept(ExploreQuery query, List<SampleSale> counted)
    {
        if (query.Top is not { } most || query.By.Count == 0)
        {
            return counted;
        }
        return counted.GroupBy(sale => NaiveMeasures.CodeOf(query.By[0], sale))
            .OrderByDescending(group => NaiveMeasures.Of(query.Measures[0], [.. group]))
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(most).SelectMany(group => group).ToList();
    }

    private static List<object?[]> Rows(ReportResult result, int level) =>
        result.Rows.Where((_, i) => result.Levels![i] == level).ToList();

    private static List<decimal?> Naive(ExploreQuery query, IReadOnlyCollection<SampleSale> sales) =>
        query.Measures.Select(measure => NaiveMeasures.Of(measure, sales)).ToList();

    private static List<decimal?> Figures(ExploreQuery query, ReportResult result, object?[]? row) =>
        query.Measures.Select(measure => row is null ? null : Cell(result, row, measure) switch
        {
            long whole => whole,
            var other => (decimal?)other,
        }).ToList();

    private static object? Cell(ReportResult result, object?[] row, string column) =>
        row[result.Columns.ToList().FindIndex(known => known.Name == column)];

    private async Task<ReportResult> AnswerAsync(ExploreQuery query)
    {
        var outcome = await explorer.RunAsync(query, Scope.Everything, CancellationToken.None);
        if (outcome is ReportOutcome.Refused refused)
        {
            throw new InvalidOperationException(string.Join('\n', refused.Lines.Select(line => line.Message.En)));
        }
        return ((ReportOutcome.Answer)outcome).Result;
    }

    private static ExploreQuery Year(string[] measures, string[] by) => new(measures, by)
    {
        Range = new Dictionary<string, string> { ["from_date"] = "2024-01-01", ["to_date"] = "2024-12-31" },
    };
}
