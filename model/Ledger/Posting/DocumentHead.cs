using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>The part of posting that all kinds share: a document's head, its codes resolved and its rules checked.
/// </summary>
internal static class DocumentHead
{
    private const int MaxLines = 10_000;

    /// <summary>The document's key: the caller's, or kind and number.</summary>
    public static string Key(Document document) =>
        document.Key.Length > 0 ? document.Key : $"{DocumentKinds.Name(document.Kind)}:{document.DocumentNo}";

    /// <summary>The head's row, not yet known whether backdated, and its depot; or why there is none.</summary>
    public static (DocumentRow? Row, StoreRow? Depot, Refusal? Refusal) Resolve(Document document, State state)
    {
        if (Balance(document) is { } unbalanced)
        {
            return (null, null, unbalanced);
        }

        // The ends of time have no neighbouring day: they are refused before the cut-over is taken off.
        var calendarDate = DateOnly.FromDateTime(document.BusinessAt.Date);
        var (date, minute) = calendarDate.Year is > 1 and < 9999
            ? state.Day.Of(document.BusinessAt)
            : (calendarDate, 0);
        if (!Dates.IsInRange(date))
        {
            return (null, null, new Refusal(RefusalReason.DateOutOfRange, 0, Dates.Text(date)));
        }

        DateOnly?[] dates = [document.DueDate, document.ExpectedOn, document.ValidUntil, document.ReservesUntil];
        if (dates.FirstOrDefault(one => !IsInRange(one)) is { } wrong)
        {
            return (null, null, new Refusal(RefusalReason.DateOutOfRange, 0, Dates.Text(wrong)));
        }

        var businessDate = Dates.Number(date);
        if (businessDate <= state.ClosedTo)
        {
            return (null, null, new Refusal(RefusalReason.ClosedPeriod, 0, Dates.Text(date)));
        }

        var (places, depot, unknown) = Places(document, businessDate, state);
        if (unknown is not null)
        {
            return (null, null, unknown);
        }

        return (places! with
        {
            Seq = state.Seq + 1,
            Kind = DocumentKinds.Name(document.Kind),
            DocumentNo = document.DocumentNo,
            DocumentKey = Key(document),
            ContentDigest = ContentDigest.Of(document),
            Source = document.Source,
            BusinessAt = document.BusinessAt.ToUnixTimeMilliseconds(),
            BusinessDate = businessDate,
            BusinessMinute = minute,
            ShipToCountry = document.ShipTo.Country,
            ShipToRegion = document.ShipTo.Region,
            ShipToProvince = document.ShipTo.Province,
            ShipToCity = document.ShipTo.City,
            Tender = document.Tender == Tender.Cash ? "cash" : "account",
            TillCode = document.TillCode,
            ShiftNo = document.ShiftNo,
            ExpectedOn = document.ExpectedOn is { } expected ? Dates.Number(expected) : None.Id,
            Note = document.Note,
            OriginalSeq = None.Id,
        }, depot, null);
    }

    /// <summary>Why the head cannot even be looked up; null where it can.</summary>
    public static Refusal? Invalid(Document document)
    {
        if (document.DocumentNo.Length == 0)
        {
            return new Refusal(RefusalReason.CodeMissing, 0, "document_no");
        }

        if ((Unfit(document, DocumentForms.Of(document.Kind)) ?? CostFields.Invalid(document)) is { } unfit)
        {
            return unfit;
        }

        return Texts.FirstInvalid(
            document.DocumentNo, document.Key, document.StoreCode, document.DepotCode, document.PartyCode,
            document.SettlementPartyCode, document.EmployeeCode, document.ProjectCode, document.ChannelCode,
            document.Note, document.OriginalNo, document.Source, document.ToDepotCode, document.ReasonCode,
            document.TillCode, document.ShiftNo, document.RestAccount, document.ContraAccount,
            document.MoneyAccount, document.ShipTo.Country, document.ShipTo.Region,
            document.ShipTo.Province, document.ShipTo.City, document.VehicleNo, document.Route,
            document.OwnerCode) is { } text
            ? new Refusal(RefusalReason.TextInvalid, 0, text)
            : null;
    }

    /// <summary>Why the document's parts are not those its kind takes; null where they are.</summary>
    private static Refusal? Unfit(Document document, DocumentForm form)
    {
        var kind = DocumentKinds.Name(document.Kind);
        var (lines, money) = (document.Lines.Count, Math.Max(document.MoneyLines.Count, document.Settles.Count));
        var needed = form.Has(DocumentParts.Lines) ? lines
            : form.Has(DocumentParts.MoneyLines) ? document.MoneyLines.Count
            : 1;
        var isMoney = form.Has(DocumentParts.MoneyLines);
        return (lines > 0 && !form.Has(DocumentParts.Lines)) || (document.MoneyLines.Count > 0 && !isMoney)
                ? new Refusal(RefusalReason.LinesNotTaken, 0, kind)
            : needed == 0 ? new Refusal(RefusalReason.NoLines, 0, "0")
            : lines > MaxLines ? TooMany(lines)
            : money > VoucherHead.MostPairs ? TooMany(money)
            : document.Settles.Count > 0 && !form.Has(DocumentParts.Settles) ? NotTaken(kind, "settles")
            : document.RestAccount.Length > 0
                && !form.Has(DocumentParts.Settles | DocumentParts.Tenders | DocumentParts.Counts)
                ? NotTaken(kind, "rest_account")
            : document.MoneyAccount.Length > 0 && !isMoney ? NotTaken(kind, "money_account")
            : document.Claim is not null && !form.Has(DocumentParts.Claim) ? NotTaken(kind, "claim")
            : document.ToDepotCode.Length > 0 && !form.Has(DocumentParts.ToDepot) ? NotTaken(kind, "to_depot_code")
            : document.OriginalNo.Length > 0 && !form.Has(DocumentParts.Original) ? NotTaken(kind, "original_no")
            : !form.Has(DocumentParts.ToBin) && document.Lines.Any(line => line.ToBinCode.Length > 0)
                ? NotTaken(kind, "to_bin_code")
            : form.Has(DocumentParts.ToDepot) && document.ToDepotCode.Length == 0
                ? new Refusal(RefusalReason.CodeMissing, 0, "to_depot_code")
            : form.MustFollow && document.OriginalNo.Length == 0
                && document.Lines.Any(line => line.OriginalNo.Length == 0)
                ? new Refusal(RefusalReason.OriginalMissing, 0, "original_no")
            : form.NeedsReason && document.ReasonCode.Length == 0
                ? new Refusal(RefusalReason.CodeMissing, 0, "reason_code")
            : SalesParts.Refused(document, form) is { } refused ? refused
            : form.NeedsParty && document.PartyCode.Length + document.SettlementPartyCode.Length == 0
                ? new Refusal(RefusalReason.CodeMissing, 0, "party_code")
            : PurchaseParts.Invalid(document, form) ?? TenderParts.Unfit(document, form);
    }

    private static Refusal TooMany(int count) =>
        new(RefusalReason.TooManyLines, 0, count.ToString(CultureInfo.InvariantCulture));

    private static Refusal NotTaken(string kind, string part) =>
        new(RefusalReason.PartNotTaken, 0, $"{kind}: {part}");

    private static bool IsInRange(DateOnly? date) => date is not { } stated || Dates.IsInRange(stated);

    private static Refusal? Balance(Document document)
    {
        var total = document.Lines.Aggregate(
            (Int128)0,
            (sum, line) => sum + (line.GrossAmount?.Units ?? (Int128)line.NetAmount.Units + line.TaxAmount.Units));
        total = document.MoneyLines.Aggregate(total, (sum, line) => sum + line.Amount.Units + line.TaxAmount.Units);
        // Where lines take their price, the total is compared once they have it.
        if (document.StatedTotal is not { } stated || total == stated.Units
            || document.Lines.Any(line => line.TakesPrice))
        {
            return null;
        }

        var lines = total <= long.MaxValue ? new Money((long)total).ToString() : "> " + Money.Zero;
        return new Refusal(RefusalReason.Unbalanced, 0, $"{stated} ≠ Σ {lines}");
    }

    private static (DocumentRow? Row, StoreRow? Depot, Refusal? Refusal) Places(
        Document document, long businessDate, State state)
    {
        var store = state.Store(document.StoreCode);
        var depot = document.DepotCode.Length == 0 ? store : state.Store(document.DepotCode);
        var toDepot = document.ToDepotCode.Length == 0 ? store : state.Store(document.ToDepotCode);
        var party = document.PartyCode.Length == 0 ? None.Party : state.Party(document.PartyCode);
        var payer = document.SettlementPartyCode.Length == 0 ? party : state.Party(document.SettlementPartyCode);
        var employee = document.EmployeeCode.Length == 0 ? None.Employee : state.Employee(document.EmployeeCode);
        var (projectId, noProject) = Listed(ListKind.Project, document.ProjectCode, state);
        var (channelId, noChannel) = Listed(ListKind.Channel, document.ChannelCode, state);
        var (reasonId, noReason) = Listed(ListKind.Reason, document.ReasonCode, state);
        var refusal =
            store is null ? new Refusal(RefusalReason.UnknownStore, 0, document.StoreCode)
            : depot is null ? new Refusal(RefusalReason.UnknownDepot, 0, document.DepotCode)
            : toDepot is null ? new Refusal(RefusalReason.UnknownDepot, 0, document.ToDepotCode)
            : party is null ? new Refusal(RefusalReason.UnknownParty, 0, document.PartyCode)
            : payer is null ? new Refusal(RefusalReason.UnknownParty, 0, document.SettlementPartyCode)
            : employee is null ? new Refusal(RefusalReason.UnknownEmployee, 0, document.EmployeeCode)
            : Closed(store, businessDate) ?? Closed(depot, businessDate) ?? Closed(toDepot, businessDate)
                ?? Inactive(party) ?? Inactive(payer) ?? Inactive(employee) ?? noProject ?? noChannel ?? noReason
                ?? (LacksRole(DocumentForms.Of(document.Kind).Party, party)
                    ? new Refusal(RefusalReason.WrongPartyRole, 0, document.PartyCode)
                    : null);
        return refusal is not null
            ? (null, null, refusal)
            : (new DocumentRow
            {
                LegalEntityId = store!.LegalEntityId,
                StoreVersionId = store.VersionId,
                StoreId = store.StoreId,
                DepotId = depot!.StoreId,
                ToDepotId = document.ToDepotCode.Length == 0 ? None.Id : toDepot!.StoreId,
                PartyVersionId = party!.VersionId,
                PartyId = party.PartyId,
                SettlementPartyId = Payer(document, party, payer!),
                EmployeeVersionId = employee!.VersionId,
                EmployeeId = employee.EmployeeId,
                ProjectId = projectId,
                ChannelId = channelId,
                ReasonId = reasonId,
            }, depot, null);
    }

    /// <summary>Why an employee may have no part in a document; null where he may.</summary>
    public static Refusal? Inactive(EmployeeRow employee) => employee.IsActive == 1
        ? null
        : new Refusal(RefusalReason.InactiveEmployee, 0, employee.EmployeeCode);

    private static Refusal? Inactive(PartyRow party) => party.IsActive == 1
        ? null
        : new Refusal(RefusalReason.InactiveParty, 0, party.PartyCode);

    private static Refusal? Closed(StoreRow store, long businessDate) =>
        store.ClosedOn == None.Id || businessDate <= store.ClosedOn
            ? null
            : new Refusal(RefusalReason.StoreClosed, 0, store.StoreCode);

    /// <summary>Who settles: whom the document names, else whom the party does, else itself.</summary>
    private static long Payer(Document document, PartyRow party, PartyRow payer) =>
        document.SettlementPartyCode.Length == 0 && party.SettlementPartyId != None.Id
            ? party.SettlementPartyId
            : payer.PartyId;

    public static (long Id, Refusal? Refusal) Listed(ListKind list, string code, State state)
    {
        if (code.Length == 0)
        {
            return (None.Id, null);
        }

        var key = MasterKinds.ListCode(list, code);
        return state.ListValue(list, code) switch
        {
            null => (None.Id, MasterKinds.Unknown(MasterKinds.ListValue, key)),
            { IsActive: 0 } => (None.Id, new Refusal(RefusalReason.InactiveMaster, 0, key)),
            var value => (value.ListValueId, null),
        };
    }

    private static bool LacksRole(PartyRole role, PartyRow party) => party.PartyId != None.Id && role switch
    {
        PartyRole.Customer => party.IsCustomer == 0,
        PartyRole.Supplier => party.IsSupplier == 0,
        PartyRole.Any => false,
    };
}
