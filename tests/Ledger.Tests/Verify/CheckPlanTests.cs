namespace Analytics.Ledger.Tests.Verify;

/// <summary>The checks of <c>verify/</c> run over books of a hundred million rows.</summary>
public sealed class CheckPlanTests
{
    /// <summary>Read whole for each row of another, and small: the days that have movements, for batches that came in
    /// anew; two sums.</summary>
    private static readonly string[] Small = ["SCAN days", "SCAN owed"];

    [SkippableFact]
    public async Task No_check_reads_a_table_again_for_each_row_of_another()
    {
        Skip.If(TestPlace.IsPostgres, "it joins by hashing");
        await using var book = await TestBook.CreateAsync();

        var loops = LedgerSql.Files("verify").SelectMany(file => book
            .Query("explain query plan " + LedgerSql.Text(file), row => (In: row.GetInt64(1), Step: row.GetString(3)))
            .Where(step => step.Step.StartsWith("SCAN ", StringComparison.Ordinal))
            .GroupBy(step => step.In, (_, steps) => steps.Select(step => step.Step).ToList())
            .Where(scans => scans.Skip(1).Except(Small, StringComparer.Ordinal).Any())
            .Select(scans => $"{file}: {string.Join(", ", scans)}"));

        loops.Should().BeEmpty();
    }
}
