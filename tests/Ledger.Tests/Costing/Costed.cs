using Analytics.Ledger.Verify;

namespace Analytics.Ledger.Tests.Costing;

/// <summary>What a test asks a book about its costs.</summary>
internal static class Costed
{
    /// <summary>The cost of each document, adjustments included, by number.</summary>
    public static string Costs(this TestBook book) => string.Join("; ", book.Query(
            "select document.document_no, sum(line.cost_amount + coalesce((select sum(later.cost_amount) "
            + "from cost_adjustment later where later.original_seq = line.seq "
            + "and later.original_line_no = line.line_no), 0)) from document_line line "
            + "join document using (seq) group by 1",
            row => $"{row.GetString(0)} {row.GetDecimal(1) / Money.Scale:0.####}")
        .Order(StringComparer.Ordinal));

    /// <summary>Debits less credits of an account.</summary>
    public static decimal Balance(this TestBook book, string account) => book.Query(
        $"select coalesce(sum(case when debit_account = '{account}' then amount else 0 end "
        + $"- case when credit_account = '{account}' then amount else 0 end), 0) from money_movement",
        row => row.GetDecimal(0) / Money.Scale).Single();

    public static async Task VerifiedAsync(this TestBook book) =>
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
}
