using System.Globalization;
using System.Runtime.CompilerServices;
using Analytics.Ledger.Accounting;

namespace Analytics.Ledger.Listings;

/// <summary>Statements and vouchers as rows.</summary>
internal static class AccountListings
{
    /// <summary>记: one series of numbers for all kinds of voucher, in either language, as finance software reads it.
    /// </summary>
    private const string VoucherWord = "记";

    public static async IAsyncEnumerable<object?[]> TrialBalanceAsync(
        ListingQuestion question, [EnumeratorCancellation] CancellationToken ct)
    {
        var names = await AccountNames.ReadAsync(question.View, ct);
        var totals = await new Statements(question.View).TrialBalanceAsync(
            question.Date("from"), question.Date("to"), question.Id("store"), ct);
        foreach (var total in totals)
        {
            yield return
            [
                total.Account, NameOf(names, total.Account, question), total.Opening.ToDecimal(),
                total.Debit.ToDecimal(), total.Credit.ToDecimal(), total.Closing.ToDecimal(),
            ];
        }
    }

    public static async IAsyncEnumerable<object?[]> BalanceSheetAsync(
        ListingQuestion question, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var line in await new Statements(question.View).BalanceSheetAsync(question.Date("as_of"), ct))
        {
            yield return RowOf(line, question);
        }
    }

    public static async IAsyncEnumerable<object?[]> IncomeStatementAsync(
        ListingQuestion question, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var line in await new Statements(question.View).IncomeStatementAsync(
            question.Date("from"), question.Date("to"), ct))
        {
            yield return RowOf(line, question);
        }
    }

    /// <summary>A row a line of a voucher, in the order of their numbers.</summary>
    public static async IAsyncEnumerable<object?[]> VouchersAsync(
        ListingQuestion question, [EnumeratorCancellation] CancellationToken ct)
    {
        var names = await AccountNames.ReadAsync(question.View, ct);
        var vouchers = new VoucherReader(question.View).ReadAsync(
            question.Date("from"), question.Date("to"), question.Flag("merged"), ct);
        await foreach (var voucher in vouchers)
        {
            var summary = Summary(voucher, question);
            foreach (var (at, line) in voucher.Lines.Index())
            {
                yield return
                [
                    voucher.BusinessDate, VoucherWord, (long)voucher.Number, (long)at + 1, summary, line.Account,
                    NameOf(names, line.Account, question), line.Debit.ToDecimal(), line.Credit.ToDecimal(),
                    line.PartyCode, line.PartyName, voucher.StoreCode,
                ];
            }
        }
    }

    /// <summary>摘要: the kind, the number of the document or how many there are, and what it says.</summary>
    private static string Summary(AccountingVoucher voucher, ListingQuestion question)
    {
        var kind = voucher.Kind.Length == 0
            ? question.Say("成本调整", "Cost adjusted")
            : DocumentKinds.Label(voucher.Kind, question.IsEnglish);
        var documents = voucher.Documents.Count == 1
            ? voucher.Documents[0]
            : string.Format(
                CultureInfo.InvariantCulture, question.Say("{0} 等 {1} 张", "{0} and others, {1} in all"),
                voucher.Documents[0], voucher.Documents.Count);
        return string.Join(' ', ((string[])[kind, documents, voucher.Note]).Where(part => part.Length > 0));
    }

    private static object?[] RowOf(StatementLine line, ListingQuestion question) =>
    [
        line.Line, question.Say(line.Chinese, line.English), line.IsTotal, line.Amount.ToDecimal(),
        line.Before.ToDecimal(),
    ];

    private static string NameOf(AccountNames names, string account, ListingQuestion question) =>
        question.IsEnglish ? names.English(account) : names.Chinese(account);
}
