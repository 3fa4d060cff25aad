using Analytics.Fixtures;
using Analytics.Ledger;

namespace Analytics.Reports.Tests;

/// <summary>Without cost, nobody sees what suppliers ask for: facts of both sides show the amounts of sales alone.
/// </summary>
[Collection(nameof(LivedCompany))]
public sealed class MaskTests(LivedCompany company)
{
    [Theory]
    [InlineData("invoice", "invoice_side", "gross_amount")]
    [InlineData("\"order\"", "order_kind", "ordered_net_amount")]
    public async Task Amounts_of_purchases_are_blank_and_those_of_sales_stay(
        string relation, string side, string amount)
    {
        var open = await SumsAsync(Scope.Everything, relation, side, amount);
        var masked = await SumsAsync(new Scope { Masks = ScopeMasks.Cost }, relation, side, amount);

        masked.Keys.Should().BeEquivalentTo(open.Keys);
        open.Where(entry => IsPurchase(entry.Key)).Should().NotBeEmpty().And.OnlyContain(entry => entry.Value != null);
        masked.Where(entry => IsPurchase(entry.Key)).Should().OnlyContain(entry => entry.Value == null);
        masked.Where(entry => !IsPurchase(entry.Key)).Should().NotBeEmpty()
            .And.BeEquivalentTo(open.Where(entry => !IsPurchase(entry.Key)));
    }

    private static bool IsPurchase(string side) => side.StartsWith("purchase", StringComparison.Ordinal);

    private async Task<Dictionary<string, object?>> SumsAsync(
        Scope scope, string relation, string side, string amount)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("sides.sql"), $"""
            -- title: 甲 | A
            -- grain: {side}
            select {side} as {side}, sum({amount}) as {amount} from {relation} group by {side}
            """);
        var runner = new ReportRunner(
            company.Readers, Catalog.Load([folder.FullPath]), Star.Glossary.Load(), TimeProvider.System,
            BusinessDay.Shanghai.Zone);
        var outcome = await runner.RunAsync(
            new("sides", new Dictionary<string, string>()), scope, CancellationToken.None);
        return outcome.Should().BeOfType<ReportOutcome.Answer>().Subject.Result.Rows
            .ToDictionary(row => (string)row[0]!, row => row[1]);
    }
}
