using Analytics.Reports.Explore;
using Analytics.Reports.Relations;
using Analytics.Star;

namespace Analytics.Reports.Tests.Relations;

/// <summary>What may be summed before it is read. That answers are the same is seen where questions are held against
/// plain records.</summary>
public sealed class FoldTests(Company company) : IClassFixture<Company>
{
    private const string Read =
        "from sales join bucket on sales.period_date between bucket.from_date and bucket.to_date";

    private static readonly Dictionary<string, IReadOnlyList<bool>?> Measures =
        MeasureCatalog.Load(Glossary.Load()).All.ToDictionary(measure => measure.Name, measure => measure.Sums);

    [Theory]
    [InlineData("select sales.store_code, sum(sales.qty) as q {0} group by sales.store_code", "qty", "store_code")]
    [InlineData(
        "select sales.store_code, margin_rate(sales.margin_amount, sales.net_amount) as m {0} "
        + "group by sales.store_code",
        "margin_amount,net_amount", "store_code")]
    [InlineData(
        "select return_amount(sales.gross_amount, sales.is_return) as r {0} group by bucket.bucket_date",
        "gross_amount", "is_return")]
    [InlineData(
        "select sum(sales.qty) as q, buyer_count(sales.party_id) as n {0} group by bucket.bucket_date",
        "qty", "party_id")]
    [InlineData(
        "select sum(sales.qty) filter (sales.is_promoted) as q, max(sales.store_name) as s {0} "
        + "where not sales.is_return group by bucket.bucket_date having sum(sales.net_amount) > 0 order by q",
        "net_amount,qty", "is_promoted,is_return,store_name")]
    [InlineData(
        "with a as (select sum(s.qty) as q from sales as s join bucket on s.period_date between bucket.from_date "
        + "and bucket.to_date group by s.store_code) select count(*), avg(a.q) from a",
        "qty", "store_code")]
    public async Task Sums_may_stand_for_the_rows_of_a_text_that_sums(string text, string summed, string keys)
    {
        var fold = await FoldAsync(text);

        fold!.Summed.Order(StringComparer.Ordinal).Should().Equal(summed.Split(','));
        fold.Keys.Order(StringComparer.Ordinal).Should().Equal(keys.Split(','));
        fold.Date.Should().Be("period_date");
    }

    [Theory]
    [InlineData("select sum(sales.qty) as q, count(*) as n {0} group by sales.store_code")]
    [InlineData("select sum(sales.qty) as q, count(sales.item_code) as n {0} group by sales.store_code")]
    [InlineData("select sum(sales.qty) as q, avg(sales.net_amount) as n {0} group by sales.store_code")]
    [InlineData("select sum(sales.qty) as q, string_agg(sales.item_code, ',') as n {0} group by sales.store_code")]
    [InlineData("select sum(sales.qty) as q, max(sales.qty) as n {0} group by sales.store_code")]
    [InlineData("select sum(distinct sales.qty) as q {0} group by sales.store_code")]
    [InlineData("select sum(sales.qty) as q, sum(sales.qty) filter (sales.qty > 0) as p {0} group by sales.store_code")]
    [InlineData("select sum(qty) as q {0} group by sales.store_code")]
    [InlineData("select sum(sales.qty) as q {0}")]
    [InlineData("select sales.qty as q {0}")]
    [InlineData("select sum(sales.qty) as q {0} where sales.store_code = $store group by sales.item_code")]
    [InlineData(
        "select sum(sales.qty) as q, row_number() over (order by sales.item_code) as n {0} group by sales.item_code")]
    [InlineData("select sum(sales.qty) as q {0} group by sales.item_code, sales.store_code order by item_name")]
    [InlineData("select sum(sales.qty) as q {0} and sales.qty > 0 group by sales.item_code")]
    [InlineData("select sum(sales.qty) as q, (select count(*) from sales) as n {0} group by sales.item_code")]
    public async Task Rows_are_read_one_by_one_where_a_text_goes_by_their_number_or_may_do_so(string text) =>
        (await FoldAsync(text)).Should().BeNull();

    [Fact]
    public void Every_measure_says_what_it_only_sums()
    {
        Measures["sales_amount"].Should().Equal(true);
        Measures["return_amount"].Should().Equal(true, false);
        Measures["buyer_count"].Should().Equal(false);
        Measures["stock_qty_on"].Should().Equal(false, false, false, false);
        Measures.Values.Should().NotContainNulls("none of them goes by the number of rows");
    }

    [Fact]
    public void Branches_that_go_through_the_same_rows_share_their_sums_and_sums_that_are_as_many_as_rows_are_not_made()
    {
        var folds = new Folds();
        var (one, two, three, four) = (Branch(), Branch(), Branch(), Branch());
        folds.Add(one, "sales", Fold("from a\n", ("store_id", 10)));
        folds.Add(two, "sales", Fold("from a\n", ("item_id", 100)));
        folds.Add(three, "sales", Fold("from b\n", ("store_id", 10)));
        folds.Add(four, "sales", Fold("from a\n", ("party_id", 5_000)));

        folds.NameOf(one, "sales").Should().Be(folds.NameOf(two, "sales")).And.NotBeNull();
        folds.NameOf(three, "sales").Should().NotBe(folds.NameOf(one, "sales")).And.NotBeNull();
        folds.NameOf(four, "sales").Should().BeNull("10,000 rows would come to 5,000 sums");
        var expressions = folds.Expressions().ToList();
        expressions.Should().HaveCount(2);
        expressions[0].Should().Contain("group by fact.\"item_id\", fact.\"store_id\"")
            .And.Contain("sum(fact.\"qty\")");
    }

    private static Fold Fold(string from, params (string Name, long Values)[] keys) =>
        new(from, 10_000, "business_date", "date '2024-01-01'")
        {
            Keys = new(keys.ToDictionary(key => key.Name, key => key.Values), StringComparer.Ordinal),
            Sums = new(["qty"], StringComparer.Ordinal),
        };

    private static Branch Branch() => new(
        new ViewPlan(new Footing(Scope.Everything, true), null!, new Dictionary<string, StarTable>()), default, [], []);

    private async Task<FoldShape?> FoldAsync(string text)
    {
        await using var lease = await company.Readers.RentAsync(null, CancellationToken.None);
        var shape = await TextShape.ReadAsync(
            lease.Connection, string.Format(null, text, Read), Measures, CancellationToken.None);
        shape.Faults.Should().BeEmpty();
        return shape.Folds.GetValueOrDefault("sales");
    }
}
