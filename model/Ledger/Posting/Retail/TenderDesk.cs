using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Settles a document with means of payment: discounts among them lower its lines, the others bring what is
/// left, to the cent.</summary>
/// <remarks>Invariant: what settles, change taken off, is what the lines come to and what goes on account as an
/// advance.</remarks>
internal sealed class TenderDesk
{
    private readonly List<(TenderRow Tender, DocumentTenderRow Row)> parts = [];

    /// <summary>What is left over and waits for the customer as an advance.</summary>
    public long Rest { get; private set; }

    /// <summary>What of the settlement points paid, signed; they earn none.</summary>
    public long PaidByPoints => parts
        .Where(part => part.Tender is { IsDiscount: 0, TenderKind: "points" }).Sum(part => part.Row.Amount);

    /// <summary>What settles, signed; discounts do not.</summary>
    public long Settled => parts.Where(part => part.Tender.IsDiscount == 0).Sum(part => part.Row.Amount);

    /// <summary>−1 where the document gives money back, else 1.</summary>
    public static int SignOf(DocumentKind kind) =>
        kind is DocumentKind.SaleReturn or DocumentKind.StoredValueRefund ? -1 : 1;

    /// <summary>Takes the document's means of payment, and lowers its lines by discounts; or why it cannot.</summary>
    public static (TenderDesk Desk, Refusal? Refusal) Take(PostingDesk desk, List<LineDraft> lines)
    {
        var own = new TenderDesk();
        var gross = lines.Sum(Gross);
        for (var at = 0; at < desk.Document.Tenders.Count; at++)
        {
            if (own.Add(desk, desk.Document.Tenders[at], gross, at + 1) is { } wrong)
            {
                return (own, wrong);
            }
        }

        return (own, own.GiveChange(desk.Document) ?? own.Balance(desk, lines, gross) ?? own.Enter(desk));
    }

    /// <summary>Books what settles against accounts and amounts that together are the same, signed.</summary>
    public void Book(PostingDesk desk, params IReadOnlyList<(string Account, long Amount)> against)
    {
        var sign = SignOf(desk.Document.Kind);
        var targets = against.Append((Account.AdvanceReceived, Rest))
            .Select(target => (Account: target.Item1, Left: sign * target.Item2)).ToList();
        var at = 0;
        foreach (var (tender, row) in parts.Where(part => part.Tender.IsDiscount == 0))
        {
            var left = sign * row.Amount;
            while (left > 0)
            {
                var part = Math.Min(left, targets[at].Left);
                Book(desk, (tender.AccountCode, row.PartyId), targets[at].Account, sign * part);
                left -= part;
                targets[at] = (targets[at].Account, targets[at].Left - part);
                at += targets[at].Left == 0 && at < targets.Count - 1 ? 1 : 0;
            }
        }
    }

    private static void Book(PostingDesk desk, (string Account, long PartyId) debit, string credit, long amount) =>
        MoneyRows.Add(desk.Draft, new MoneyMovementRow
        {
            DebitAccount = debit.Account,
            CreditAccount = credit,
            StoreId = desk.Head.StoreId,
            DebitPartyId = Account.IsByParty(debit.Account) ? debit.PartyId : None.Id,
            CreditPartyId = Account.IsByParty(credit) ? desk.Head.SettlementPartyId : None.Id,
            BusinessDate = desk.Head.BusinessDate,
            Amount = amount,
        });

    private Refusal? Add(PostingDesk desk, TenderPart part, long gross, int lineNo)
    {
        if (desk.State.Tender(part.TenderCode) is not { } tender)
        {
            return MasterKinds.Unknown(MasterKinds.Tender, part.TenderCode) with { LineNo = lineNo };
        }

        if (tender.IsActive == 0)
        {
            return new Refusal(RefusalReason.InactiveMaster, lineNo, part.TenderCode);
        }

        if (part.CouponCode.Length > 0 && parts.Exists(one => one.Row.CouponCode == part.CouponCode))
        {
            return new Refusal(RefusalReason.CouponUsed, lineNo, part.CouponCode);
        }

        var (partyId, refusal) = Party(desk, tender, part, gross, lineNo);
        if (refusal is not null)
        {
            return refusal;
        }

        var insurance = desk.Document.Insurance;
        var row = new DocumentTenderRow
        {
            Seq = desk.Head.Seq,
            LineNo = lineNo,
            TenderVersionId = tender.VersionId,
            TenderId = tender.TenderId,
            PartyId = partyId,
            Reference = part.Reference.Length > 0 || !TenderPosting.IsInsurance(tender.TenderKind)
                ? part.Reference
                : insurance?.SettlementId ?? "",
            VisitNo = part.VisitNo.Length > 0 || !TenderPosting.IsInsurance(tender.TenderKind)
                ? part.VisitNo
                : insurance?.VisitNo ?? "",
            Scheme = part.Scheme,
            CouponCode = part.CouponCode,
            Amount = part.Amount.Units,
        };
        if (TenderPosting.IsInsurance(tender.TenderKind) && row.Reference.Length == 0)
        {
            return new Refusal(RefusalReason.CodeMissing, lineNo, "reference");
        }

        parts.Add((tender, row));
        return null;
    }

    /// <summary>Who owes a part; or why it cannot be used here.</summary>
    private static (long PartyId, Refusal? Refusal) Party(
        PostingDesk desk, TenderRow tender, TenderPart part, long gross, int lineNo)
    {
        Refusal? wrong = new Refusal(RefusalReason.TenderInvalid, lineNo, part.TenderCode);
        var isMember = tender.TenderKind is "stored_value" or "points";
        var isTicket = desk.Document.Kind is DocumentKind.Sale or DocumentKind.SaleReturn;
        if (!isTicket && (tender.IsDiscount == 1 || isMember || tender.TenderKind == "coupon"))
        {
            return (None.Id, wrong);
        }

        if ((isMember || tender.TenderKind == "on_account") && desk.Head.PartyId == None.Id)
        {
            return (None.Id, new Refusal(RefusalReason.CodeMissing, lineNo, "party_code"));
        }

        if (tender.TenderKind == "coupon")
        {
            var (bearer, refusal) = CouponBook.Settle(desk, part, gross, lineNo);
            // A supplier owes what he bears; what the shop bears nobody owes.
            var isOwed = tender.IsDiscount == 0 && Account.IsByParty(tender.AccountCode);
            return (bearer, refusal ?? ((bearer != None.Id) == isOwed ? null : wrong));
        }

        var isCustomers = tender.TenderKind != "gift_card" && Account.IsByParty(tender.AccountCode);
        var partyId = tender.PartyId != None.Id || !isCustomers ? tender.PartyId : desk.Head.SettlementPartyId;
        return (partyId, part.CouponCode.Length > 0 ? wrong : null);
    }

    /// <summary>Takes change off the cash, the last part first.</summary>
    private Refusal? GiveChange(Document document)
    {
        var left = document.Change.Units;
        for (var at = parts.Count - 1; at >= 0 && left > 0; at--)
        {
            var (tender, row) = parts[at];
            var change = tender.TenderKind == "cash" ? Math.Min(left, row.Amount) : 0;
            parts[at] = (tender, row with { Amount = row.Amount - change, ChangeAmount = change });
            left -= change;
        }

        return left > 0 ? new Refusal(RefusalReason.ChangeTooLarge, 0, document.Change.ToString()) : null;
    }

    private Refusal? Balance(PostingDesk desk, List<LineDraft> lines, long gross)
    {
        var settled = Settled;
        if (lines.Count == 0)
        {
            return null;
        }

        var discount = parts.Where(part => part.Tender.IsDiscount == 1).Sum(part => part.Row.Amount);
        var isAdvance = desk.Document.RestAccount == Account.AdvanceReceived && desk.Head.PartyId != None.Id;
        Rest = settled + discount - gross;
        if (discount > gross || Rest < 0 || (Rest > 0 && !isAdvance))
        {
            return new Refusal(
                RefusalReason.Unbalanced, 0, $"{new Money(settled + discount)} ≠ Σ {new Money(gross)}");
        }

        var shares = Spreading.By(discount, [.. lines.Select(Gross)]);
        for (var at = 0; at < lines.Count; at++)
        {
            lines[at] = lines[at] with { Row = Less(lines[at].Row, shares[at]) };
        }

        return null;
    }

    /// <summary>A line with something off its amount: net and tax keep their ratio.</summary>
    internal static DocumentLineRow Less(DocumentLineRow line, long off)
    {
        if (off == 0)
        {
            return line;
        }

        const long cent = 100;
        var before = line.NetAmount + line.TaxAmount;
        var tax = Math.Min(before - off, Exact.MulDiv(line.TaxAmount, before - off, before * cent) * cent);
        return line with
        {
            NetAmount = before - off - tax, TaxAmount = tax, DiscountAmount = line.DiscountAmount + off,
        };
    }

    /// <summary>Enters the parts, and what they take of the member.</summary>
    private Refusal? Enter(PostingDesk desk)
    {
        var sign = SignOf(desk.Document.Kind);
        for (var at = 0; at < parts.Count; at++)
        {
            var (tender, row) = parts[at];
            var (points, refusal) = OfMember(desk, tender, row, sign);
            if (refusal is not null)
            {
                return refusal;
            }

            row = row with
            {
                Points = sign * points, Amount = sign * row.Amount, ChangeAmount = sign * row.ChangeAmount,
            };
            parts[at] = (tender, row);
            desk.Draft.Other.Add(row);
            Tenders.Count(desk.Draft, desk.Head, row);
        }

        return null;
    }

    private static (long Points, Refusal? Refusal) OfMember(
        PostingDesk desk, TenderRow tender, DocumentTenderRow row, int sign)
    {
        var (partyId, lineNo) = (desk.Head.PartyId, (int)row.LineNo);
        if (tender.TenderKind == "stored_value")
        {
            if (sign > 0)
            {
                return (0, Members.Spend(desk, partyId, row.Amount, lineNo));
            }

            Members.GiveBack(desk, partyId, row.Amount);
            return (0, null);
        }

        if (tender.TenderKind != "points")
        {
            return (0, null);
        }

        if (desk.State.MemberLevelOf(partyId) is not { PointValue: > 0 } level)
        {
            return (0, new Refusal(RefusalReason.NoMemberLevel, lineNo, desk.Document.PartyCode));
        }

        var points = Exact.MulDiv(row.Amount, MemberLevelPosting.RateScale, level.PointValue);
        if (sign > 0)
        {
            return (points, Members.TakePoints(desk, partyId, points, lineNo));
        }

        Members.Change(desk.Draft, desk.Head, partyId, MemberMeasures.Points, points);
        return (points, null);
    }

    private static long Gross(LineDraft line) => line.Row.NetAmount + line.Row.TaxAmount;
}
