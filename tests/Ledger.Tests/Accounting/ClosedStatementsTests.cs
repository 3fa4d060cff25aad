using Analytics.Ledger.Accounting;
using Analytics.Ledger.Listings;
using Analytics.Ledger.Tests.Costing;
using CsCheck;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Accounting;

/// <summary>Random histories of goods costed by period, then a close: statements and vouchers against plain adding of
/// what stands in the book.</summary>
public sealed class ClosedStatementsTests
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2026, 1, 31);

    [Fact]
    public void Statements_and_vouchers_add_up_before_a_close_and_after_it() =>
        CostHistory.Random.Sample(history => HoldsAsync(history).GetAwaiter().GetResult(), iter: 12, threads: 1);

    private static async Task HoldsAsync(CostHistory history)
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(new CostClassMaster("K", "K", CostMethod.PeriodAverage) { IsCompanyWide = true });
        await book.PostedAsync(new ItemMaster(Item, "感冒灵颗粒", "A1") { BaseUnit = "盒", CostClassCode = "K" });
        foreach (var document in history.Documents)
        {
            await book.PostAsync(document);
        }

        await AddsUpAsync(book);
        await book.PostedAsync(new PeriodClose(Last));
        await AddsUpAsync(book);
    }

    private static async Task AddsUpAsync(TestBook book)
    {
        var booked = book.Query(
            "select business_date, debit_account, credit_account, amount from money_movement",
            row => (Date: row.GetInt64(0), Debit: row.GetString(1), Credit: row.GetString(2),
                Amount: (decimal)row.GetInt64(3) / Money.Scale));
        var month = booked.Where(one => one.Date is >= 20260101 and <= 20260131).ToList();
        await using var view = await book.Book.ReadAsync(default);
        var statements = new Statements(view);

        foreach (var total in await statements.TrialBalanceAsync(First, Last, null, default))
        {
            (total.Debit.ToDecimal(), total.Credit.ToDecimal()).Should().Be((
                month.Where(one => one.Debit == total.Account).Sum(one => one.Amount),
                month.Where(one => one.Credit == total.Account).Sum(one => one.Amount)), total.Account);
        }

        var sheet = (await statements.BalanceSheetAsync(Last, default)).ToDictionary(line => line.Line);
        sheet["total_assets"].Amount.Should().Be(sheet["total_sources"].Amount);
        sheet["total_assets"].Amount.ToDecimal().Should().Be(Sum(booked, 20260131, '1', '3', '5'));
        foreach (var part in (string[])["assets", "debts", "equity"])
        {
            sheet.Values.Where(line => line.Line.StartsWith(part, StringComparison.Ordinal))
                .Sum(line => line.Amount.ToDecimal()).Should().Be(sheet["total_" + part].Amount.ToDecimal(), part);
        }

        var income = await statements.IncomeStatementAsync(First, Last, default);
        income.Single(line => line.IsTotal).Amount.ToDecimal().Should().Be(-Sum(month, 20260131, '6'));
        await VouchersAddUpAsync(view, month);
    }

    private static async Task VouchersAddUpAsync(
        BookReader view, List<(long Date, string Debit, string Credit, decimal Amount)> month)
    {
        foreach (var merged in (string[])["false", "true"])
        {
            var asker = new ListingAsker(
                new Dictionary<string, string> { ["from"] = "2026-01-01", ["to"] = "2026-01-31", ["merged"] = merged },
                BusinessDay.Shanghai, Last, IsEnglish: false);
            var outcome = await BookListings.AskAsync(BookListings.Of("vouchers"), view, asker, default);
            var rows = await ((ListingOutcome.Answered)outcome).Answer.Rows.ToListAsync();
            foreach (var account in month.SelectMany(one => (string[])[one.Debit, one.Credit]).Distinct())
            {
                var own = rows.Where(row => (string)row[5]! == account).ToList();
                own.Sum(row => (decimal)row[7]! - (decimal)row[8]!).Should().Be(
                    month.Where(one => one.Debit == account).Sum(one => one.Amount)
                    - month.Where(one => one.Credit == account).Sum(one => one.Amount), account);
            }

            rows.GroupBy(row => row[2]).Where(voucher =>
                voucher.Sum(row => (decimal)row[7]!) != voucher.Sum(row => (decimal)row[8]!)).Should().BeEmpty();
            rows.Select(row => (long)row[2]!).Distinct().Should().Equal(
                Enumerable.Range(1, rows.Select(row => row[2]).Distinct().Count()).Select(number => (long)number));
        }
    }

    private static decimal Sum(
        List<(long Date, string Debit, string Credit, decimal Amount)> booked, long upTo, params char[] starts) =>
        booked.Where(one => one.Date <= upTo).Sum(one =>
            (starts.Contains(one.Debit[0]) ? one.Amount : 0) - (starts.Contains(one.Credit[0]) ? one.Amount : 0));
}
