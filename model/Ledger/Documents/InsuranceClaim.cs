using System.Globalization;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>医保申报: what a store claims from the office of medical insurance for a month and scheme, out of what its
/// tickets left owed by the office.</summary>
/// <remarks>The receivables it names give way to one of the same total, due as the office's terms say: what was claimed
/// and what was not are apart from then on. Books the receivable against itself.</remarks>
internal static class InsuranceClaim
{
    private const int MostFunds = 100;

    public static readonly DocumentForm Form = new(DocumentParts.Settles | DocumentParts.Claim, Move, Settle)
    {
        NeedsParty = true,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        if (Invalid(desk.Document) is { } invalid)
        {
            return invalid;
        }

        var items = new AllocationDesk(desk.State, desk.Draft, desk.Head.BusinessDate);
        var total = 0L;
        for (var at = 0; at < desk.Document.Settles.Count; at++)
        {
            var settles = desk.Document.Settles[at];
            var (item, unknown) = items.Find(settles.Item, Account.Receivable, at + 1);
            var amount = settles.Amount?.Units ?? item?.Left ?? 0;
            var wrong = unknown
                ?? (item!.Row.Account != Account.Receivable || item.Row.PartyId != desk.Head.SettlementPartyId
                    ? new Refusal(RefusalReason.AllocationAcross, at + 1, item.Name)
                    : item.Row.Amount < 0 ? new Refusal(RefusalReason.AllocationOneSided, at + 1, item.Name)
                    : items.Plan(item, amount, at + 1));
            if (wrong is not null)
            {
                return wrong;
            }

            total += amount;
        }

        desk.Draft.Allocations = items;
        var funds = desk.Document.Claim!.Funds.Sum(fund => fund.Amount.Units);
        return funds == total
            ? null
            : new Refusal(RefusalReason.Unbalanced, 0, $"{new Money(funds)} ≠ Σ {new Money(total)}");
    }

    private static void Settle(PostingDesk desk)
    {
        var (claim, head) = (desk.Document.Claim!, desk.Head);
        desk.Draft.Other.AddRange(claim.Funds.Select((fund, at) => new InsuranceClaimRow
        {
            Seq = head.Seq,
            LineNo = at + 1,
            MonthKey = claim.MonthKey,
            Scheme = claim.Scheme,
            Fund = fund.Fund,
            Amount = fund.Amount.Units,
        }));
        var total = claim.Funds.Sum(fund => fund.Amount.Units);
        var on = (Account.Receivable, head.SettlementPartyId);
        var items = desk.Draft.Allocations!;
        items.Make(on, -total, head.BusinessDate, head.BusinessDate);
        var dueDate = Terms.DueDate(desk.State, head, desk.Document, head.SettlementPartyId);
        items.Make(on, total, dueDate, head.BusinessDate);
        desk.Pay(on, on, total);
    }

    private static Refusal? Invalid(Document document)
    {
        if (document.Claim is not { } claim)
        {
            return new Refusal(RefusalReason.ValueMissing, 0, "claim");
        }

        var negative = claim.Funds.FirstOrDefault(fund => fund.Amount.Units <= 0);
        return document.Settles.Count == 0 || claim.Funds.Count == 0 ? new Refusal(RefusalReason.NoLines, 0, "0")
            : claim.Funds.Count > MostFunds
                ? new Refusal(
                    RefusalReason.TooManyLines, 0, claim.Funds.Count.ToString(CultureInfo.InvariantCulture))
            : !TargetPosting.IsMonth(claim.MonthKey)
                ? new Refusal(
                    RefusalReason.DateOutOfRange, 0, claim.MonthKey.ToString(CultureInfo.InvariantCulture))
            : negative is not null ? new Refusal(RefusalReason.AmountNotPositive, 0, negative.Amount.ToString())
            : Texts.FirstInvalid([claim.Scheme, .. claim.Funds.Select(fund => fund.Fund)]) is { } text
                ? new Refusal(RefusalReason.TextInvalid, 0, text)
            : null;
    }
}
