using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Accounting;

/// <summary>Trial balance (科目余额表), balance sheet (资产负债表) and income statement (利润表), from what documents booked.
/// </summary>
/// <remarks>Profit is not carried over by entries: what stands on profit and loss is part of retained profit, so that a
/// balance sheet of any day adds up. Balances of parties are not reclassified by their side. Each account counts in the
/// line that names the longest beginning of its code, and in each total that names any.</remarks>
public sealed class Statements(BookReader view)
{
    private const long AllStores = -2;

    private static readonly ILookup<string, Line> Lines = PipedRows.Of("statements.csv")
        .ToLookup(row => row[0], row => new Line(row[1], row[2], row[3], row[4].Split(' ')), StringComparer.Ordinal);

    /// <summary>What each account came to over a period; Σ closing is zero.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="storeId">Of one store; null of all.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IReadOnlyList<AccountTotal>> TrialBalanceAsync(
        DateOnly from, DateOnly to, long? storeId, CancellationToken ct)
    {
        await using var command = view.Command(LedgerSql.Text("sql/account_totals.sql"));
        command.Bind("@from_date", Dates.Number(from));
        command.Bind("@to_date", Dates.Number(to));
        command.Bind("@store_id", storeId ?? AllStores);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var totals = new List<AccountTotal>();
        while (await rows.ReadAsync(ct))
        {
            totals.Add(new AccountTotal(
                rows.GetString(0), new Money(rows.GetInt64(1)), new Money(rows.GetInt64(2)),
                new Money(rows.GetInt64(3))));
        }

        return totals;
    }

    /// <summary>As of the end of a day, beside the beginning of its year. Assets = debts + equity.</summary>
    public async Task<IReadOnlyList<StatementLine>> BalanceSheetAsync(DateOnly asOf, CancellationToken ct)
    {
        var totals = await TrialBalanceAsync(new DateOnly(asOf.Year, 1, 1), asOf, null, ct);
        return Sum("balance_sheet", totals, total => total.Closing, total => total.Opening);
    }

    /// <summary>Of a period, beside its year up to its end.</summary>
    public async Task<IReadOnlyList<StatementLine>> IncomeStatementAsync(
        DateOnly from, DateOnly to, CancellationToken ct)
    {
        var period = await TrialBalanceAsync(from, to, null, ct);
        var year = (await TrialBalanceAsync(new DateOnly(to.Year, 1, 1), to, null, ct))
            .ToDictionary(total => total.Account);
        return Sum(
            "income_statement", [.. year.Values],
            total => period.FirstOrDefault(one => one.Account == total.Account) is { } own
                ? own.Debit - own.Credit
                : Money.Zero,
            total => total.Debit - total.Credit);
    }

    private static List<StatementLine> Sum(
        string statement, IReadOnlyList<AccountTotal> totals, Func<AccountTotal, Money> amount,
        Func<AccountTotal, Money> before)
    {
        var ofLine = totals
            .Select(total => (Line: LineOf(statement, total.Account), Total: total))
            .Where(one => one.Line is not null)
            .ToLookup(one => one.Line!.Name, one => one.Total);
        return
        [
            .. Lines[statement].Select(line => Of(line, ofLine[line.Name], amount, before)),
            .. Lines[statement + "_total"].Select(
                line => Of(line, totals.Where(total => line.Has(total.Account)), amount, before) with
                {
                    IsTotal = true,
                }),
        ];
    }

    private static StatementLine Of(
        Line line, IEnumerable<AccountTotal> totals, Func<AccountTotal, Money> amount,
        Func<AccountTotal, Money> before)
    {
        var own = totals.ToList();
        return new(
            line.Name, line.Chinese, line.English, Side(line, own.Select(amount)), Side(line, own.Select(before)));
    }

    /// <summary>The sum as the line shows it: of debts, equity and income, credit is positive.</summary>
    private static Money Side(Line line, IEnumerable<Money> debits)
    {
        var sum = debits.Aggregate(Money.Zero, (total, one) => total + one);
        return line.IsCredit ? Money.Zero - sum : sum;
    }

    private static Line? LineOf(string statement, string account) => Lines[statement]
        .Select(line => (Line: line, Length: line.Accounts
            .Where(start => account.StartsWith(start, StringComparison.Ordinal))
            .Select(start => start.Length).DefaultIfEmpty(0).Max()))
        .Where(one => one.Length > 0)
        .OrderByDescending(one => one.Length)
        .Select(one => one.Line)
        .FirstOrDefault();

    private sealed record Line(string Name, string Chinese, string English, string[] Accounts)
    {
        public bool IsCredit { get; } = Name.StartsWith("debts", StringComparison.Ordinal)
            || Name.StartsWith("equity", StringComparison.Ordinal)
            || Name is "revenue" or "other_income" or "net_profit" or "total_debts" or "total_equity"
                or "total_sources";

        public bool Has(string account) =>
            Accounts.Any(start => account.StartsWith(start, StringComparison.Ordinal));
    }
}
