namespace Analytics.Ledger.Posting;

/// <summary>What makes two vouchers the same content: everything the caller said but key and source.</summary>
internal static class VoucherDigest
{
    public static string Of(Voucher voucher)
    {
        var content = new Canonical();
        content.Text(voucher.GetType().Name);
        content.Text(voucher.DocumentNo);
        content.Number(Dates.Number(voucher.BusinessDate));
        content.Text(voucher.StoreCode);
        content.Text(voucher.Note);
        switch (voucher)
        {
            case Allocation allocation:
                Add(content, allocation);
                break;
            case AutoAllocation auto:
                content.Text(auto.Account);
                content.Text(auto.PartyCode);
                break;
            case AllocationReversal reversal:
                content.Text(reversal.OfKind);
                content.Text(reversal.OfNo);
                break;
            case WriteOff writeOff:
                Add(content, writeOff);
                break;
        }

        return content.Hash();
    }

    /// <summary>The part of a document that receipts and payments have, and its due date.</summary>
    public static void AddMoney(Canonical content, Document document)
    {
        content.Number(document.DueDate is { } due ? Dates.Number(due) : None.Id);
        content.Text(document.RestAccount);
        content.Number(document.MoneyLines.Count);
        foreach (var line in document.MoneyLines)
        {
            content.Text(line.Account);
            content.Number(line.Amount.Units);
            content.Number(line.TaxAmount.Units);
            content.Number((long)line.Side);
            content.Text(line.PartyCode);
            content.Text(line.DepartmentCode);
            content.Text(line.Note);
            content.Text(line.OriginalNo);
            content.Number(line.OriginalLineNo);
        }

        content.Text(document.MoneyAccount);
        Add(content, document.Claim);
        Add(content, document.Settles);
    }

    private static void Add(Canonical content, ClaimPart? claim)
    {
        content.Number(claim?.Funds.Count ?? -1);
        if (claim is null)
        {
            return;
        }

        content.Number(claim.MonthKey);
        content.Text(claim.Scheme);
        foreach (var fund in claim.Funds)
        {
            content.Text(fund.Fund);
            content.Number(fund.Amount.Units);
        }
    }

    private static void Add(Canonical content, Allocation allocation)
    {
        foreach (var pair in allocation.Pairs)
        {
            Add(content, pair.Debit);
            Add(content, pair.Credit);
            content.Number(pair.Amount.Units);
        }
    }

    private static void Add(Canonical content, WriteOff writeOff)
    {
        content.Number((long)writeOff.Kind);
        content.Text(writeOff.PartyCode);
        content.Text(writeOff.ToPartyCode);
        content.Text(writeOff.ContraAccount);
        content.Number(writeOff.KeepsOriginDate ? 1 : 0);
        Add(content, writeOff.Items);
        Add(content, writeOff.Against);
    }

    private static void Add(Canonical content, IReadOnlyList<Settlement> settlements)
    {
        content.Number(settlements.Count);
        foreach (var settlement in settlements)
        {
            Add(content, settlement.Item);
            content.Number(settlement.Amount.HasValue ? 1 : 0);
            content.Number(settlement.Amount?.Units ?? 0);
        }
    }

    private static void Add(Canonical content, OpenItemRef item)
    {
        content.Text(item.Kind);
        content.Text(item.DocumentNo);
        content.Text(item.Key);
        content.Text(item.Account);
        content.Number(item.LineNo);
        content.Number(item.Seq);
    }
}
