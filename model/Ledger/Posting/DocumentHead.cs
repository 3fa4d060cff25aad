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

        var businessDate = Dates.Number(date);
        if (businessDate <= state.ClosedTo)
        {
            return (null, null, new Refusal(RefusalReason.ClosedPeriod, 0, Dates.Text(date)));
        }

        var (places, depot, unknown) = Places(document, state);
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
            LegalEntityId = depot!.LegalEntityId,
            ProjectId = None.Id,
            ChannelId = None.Id,
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

        if (document.Lines.Count is 0 or > MaxLines)
        {
            var count = document.Lines.Count.ToString(CultureInfo.InvariantCulture);
            var reason = document.Lines.Count == 0 ? RefusalReason.NoLines : RefusalReason.TooManyLines;
            return new Refusal(reason, 0, count);
        }

        return Texts.FirstInvalid(
            document.DocumentNo, document.Key, document.StoreCode, document.DepotCode, document.PartyCode,
            document.EmployeeCode, document.OriginalNo, document.Source, document.ShipTo.Country,
            document.ShipTo.Region, document.ShipTo.Province, document.ShipTo.City) is { } text
            ? new Refusal(RefusalReason.TextInvalid, 0, text)
            : null;
    }

    private static Refusal? Balance(Document document)
    {
        var total = document.Lines.Aggregate(
            (Int128)0, (sum, line) => sum + line.NetAmount.Units + line.TaxAmount.Units);
        if (document.StatedTotal is not { } stated || total == stated.Units)
        {
            return null;
        }

        var lines = total <= long.MaxValue ? new Money((long)total).ToString() : "> " + Money.Zero;
        return new Refusal(RefusalReason.Unbalanced, 0, $"{stated} ≠ Σ {lines}");
    }

    private static (DocumentRow? Row, StoreRow? Depot, Refusal? Refusal) Places(Document document, State state)
    {
        var store = state.Store(document.StoreCode);
        var depot = document.DepotCode.Length == 0 ? store : state.Store(document.DepotCode);
        var party = document.PartyCode.Length == 0 ? None.Party : state.Party(document.PartyCode);
        var payer = document.SettlementPartyCode.Length == 0 ? party : state.Party(document.SettlementPartyCode);
        var employee = document.EmployeeCode.Length == 0 ? None.Employee : state.Employee(document.EmployeeCode);
        var refusal =
            store is null ? new Refusal(RefusalReason.UnknownStore, 0, document.StoreCode)
            : depot is null ? new Refusal(RefusalReason.UnknownDepot, 0, document.DepotCode)
            : party is null ? new Refusal(RefusalReason.UnknownParty, 0, document.PartyCode)
            : payer is null ? new Refusal(RefusalReason.UnknownParty, 0, document.SettlementPartyCode)
            : employee is null ? new Refusal(RefusalReason.UnknownEmployee, 0, document.EmployeeCode)
            : LacksRole(document.Kind, party) ? new Refusal(RefusalReason.WrongPartyRole, 0, document.PartyCode)
            : null;
        return refusal is not null
            ? (null, null, refusal)
            : (new DocumentRow
            {
                StoreVersionId = store!.VersionId,
                StoreId = store.StoreId,
                DepotId = depot!.StoreId,
                PartyVersionId = party!.VersionId,
                PartyId = party.PartyId,
                SettlementPartyId = payer!.PartyId,
                EmployeeVersionId = employee!.VersionId,
                EmployeeId = employee.EmployeeId,
            }, depot, null);
    }

    private static bool LacksRole(DocumentKind kind, PartyRow party) => party.PartyId != None.Id && kind switch
    {
        DocumentKind.Sale or DocumentKind.SaleReturn => party.IsCustomer == 0,
        DocumentKind.PurchaseReceipt => party.IsSupplier == 0,
        DocumentKind.OpeningStock => false,
    };
}
