using System.Data.Common;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Reading;

/// <summary>Reads the parts of a posted document that only some kinds have.</summary>
internal static class PostedParts
{
    private static readonly Dictionary<string, LinePurpose> Purposes =
        Enum.GetValues<LinePurpose>().ToDictionary(purpose => Snake.Case(purpose), StringComparer.Ordinal);

    /// <summary>The document with all of them that do not stand on its lines.</summary>
    public static async Task<DocumentView> AddAsync(
        DocumentView document, BookReader view, long seq, CancellationToken ct)
    {
        Task<List<T>> Rows<T>(string file, Func<DbDataReader, T> read) =>
            view.RowsAsync(file, read, ct, ("@seq", seq));

        var claim = await Rows("sql/read_document_claim.sql", Claim);
        return document with
        {
            MoneyLines = await Rows("sql/read_document_money.sql", MoneyLine),
            Tenders = await Rows("sql/read_document_tenders.sql", Tender),
            Settles = await Rows("sql/read_document_allocations.sql", Allocation),
            Requests = await Rows("sql/read_document_requests.sql", Request),
            RequestPayments = await Rows("sql/read_document_request_payments.sql", row =>
                new RequestPaymentView(row.GetString(0), (int)row.GetInt64(1), new Money(row.GetInt64(2)))),
            Invoice = (await Rows("sql/read_document_invoice.sql", Invoice)).SingleOrDefault(),
            Insurance = (await Rows("sql/read_document_insurance.sql", Insurance)).SingleOrDefault(),
            Claim = claim.Count == 0 ? null
                : new ClaimPart(claim[0].MonthKey, claim[0].Scheme, claim.ConvertAll(part => part.Fund)),
            Counts = await Rows("sql/read_document_counts.sql", row => new PostedCount(
                row.GetString(0), new Money(row.GetInt64(1)), new Money(row.GetInt64(2)), row.GetString(3),
                row.GetString(4))),
            Coupons = await Rows("sql/read_document_coupons.sql", Coupon),
            Members = await Rows("sql/read_document_members.sql", row =>
                new MemberView(row.GetString(0), row.GetString(1), new Qty(row.GetInt64(2)))),
            Level = (await Rows("sql/read_document_level.sql", row =>
                new LevelView(row.GetString(0), row.GetString(1)))).SingleOrDefault(),
            Bookings = await Rows("sql/read_document_bookings.sql", row => new BookingView(
                Dates.Date(row.GetInt64(0)), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4),
                row.GetInt64(5) == 1, new Money(row.GetInt64(6)))),
        };
    }

    /// <summary>A normal line's is empty in the book.</summary>
    public static LinePurpose Purpose(string text) => text.Length == 0 ? LinePurpose.Normal : Purposes[text];

    public static (long LineNo, SupplierQuote Quote) Quote(DbDataReader row) => (
        row.GetInt64(0),
        new SupplierQuote(row.GetString(1), new Money(row.GetInt64(2)))
        {
            ValidTo = ViewRows.Day(row, 3), DeliveryDays = (int)row.GetInt64(4), Note = row.GetString(5),
        });

    public static (long LineNo, InvoicedView View) Invoiced(DbDataReader row) => (
        row.GetInt64(0),
        new InvoicedView(
            row.GetString(1), row.GetString(2), (int)row.GetInt64(3), new Qty(row.GetInt64(4)),
            new Money(row.GetInt64(5)), new Money(row.GetInt64(6))));

    public static (long LineNo, AccrualView View) Accrual(DbDataReader row) => (
        row.GetInt64(0),
        new AccrualView(
            row.GetString(1), (int)row.GetInt64(2), new Qty(row.GetInt64(3)), new Money(row.GetInt64(4))));

    private static MoneyLine MoneyLine(DbDataReader row) => new(row.GetString(0), new Money(row.GetInt64(1)))
    {
        TaxAmount = new Money(row.GetInt64(2)),
        Side = row.GetString(3) == Snake.Case(MoneySide.Credit) ? MoneySide.Credit : MoneySide.Debit,
        PartyCode = row.GetString(4),
        DepartmentCode = row.GetString(5),
        Note = row.GetString(6),
        OriginalNo = row.GetString(7),
        OriginalLineNo = (int)Math.Max(0, row.GetInt64(8)),
    };

    private static PostedTender Tender(DbDataReader row) => new(row.GetString(0), new Money(row.GetInt64(1)))
    {
        Change = new Money(row.GetInt64(2)),
        Points = new Qty(row.GetInt64(3)),
        PartyCode = row.GetString(4),
        Reference = row.GetString(5),
        VisitNo = row.GetString(6),
        Scheme = row.GetString(7),
        CouponCode = row.GetString(8),
    };

    private static AllocationView Allocation(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), Dates.Date(row.GetInt64(3)), new Money(row.GetInt64(2)),
        Item(row, 4), Item(row, 8));

    private static RequestView Request(DbDataReader row) => new(
        new OpenItemRef(row.GetString(0), row.GetString(1))
        {
            Account = row.GetString(2), Seq = row.GetInt64(3), LineNo = (int)row.GetInt64(4),
        },
        new Money(row.GetInt64(5)));

    private static OpenItemRef Item(DbDataReader row, int at) => new(row.GetString(at), row.GetString(at + 1))
    {
        Account = row.GetString(0), Seq = row.GetInt64(at + 2), LineNo = (int)row.GetInt64(at + 3),
    };

    private static PostedInvoice Invoice(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), ViewRows.Day(row, 3), row.GetString(4));

    private static InsuranceSettlement Insurance(DbDataReader row) => new()
    {
        SettlementId = row.GetString(0),
        VisitNo = row.GetString(1),
        SettlementType = row.GetString(2),
        FeeSettlementType = row.GetString(3),
        PrescriptionNo = row.GetString(4),
        PrescriberName = row.GetString(5),
        PrescriberCertificateNo = row.GetString(6),
        PharmacistName = row.GetString(7),
        PharmacistLicenceNo = row.GetString(8),
    };

    private static (int MonthKey, string Scheme, FundAmount Fund) Claim(DbDataReader row) => (
        (int)row.GetInt64(0), row.GetString(1), new FundAmount(row.GetString(2), new Money(row.GetInt64(3))));

    private static CouponPart Coupon(DbDataReader row) => new(row.GetString(0), new Money(row.GetInt64(1)))
    {
        LeastSpent = new Money(row.GetInt64(2)),
        ValidFrom = ViewRows.Day(row, 3),
        ValidTo = ViewRows.Day(row, 4),
        BearerCode = row.GetString(5),
    };
}
