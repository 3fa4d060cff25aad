namespace Analytics.Ledger;

/// <summary>A document (单据) as it is handed in for posting, masters by their codes.</summary>
/// <remarks><see cref="Key"/> makes posting idempotent: the same key with the same content is "already there", with
/// other content it is refused. Line n of the document is <c>Lines[n − 1]</c>.</remarks>
public sealed record Document(DocumentKind Kind, string DocumentNo, DateTimeOffset BusinessAt) : Submission
{
    /// <summary>Idempotency key; empty means kind and document number.</summary>
    public string Key { get; init; } = "";

    /// <summary>The store the document belongs to.</summary>
    public string StoreCode { get; init; } = "";

    /// <summary>The depot the goods come from or go to; empty means the store itself.</summary>
    public string DepotCode { get; init; } = "";

    /// <summary>Of a transfer: the depot the goods go to.</summary>
    public string ToDepotCode { get; init; } = "";

    /// <summary>Customer or supplier; empty where there is none.</summary>
    public string PartyCode { get; init; } = "";

    /// <summary>Who pays or is paid (结算单位) where that is not the party itself; empty means the party's own
    /// settlement party, else the party.</summary>
    public string SettlementPartyCode { get; init; } = "";

    /// <summary>Who sold or bought; empty where there is none.</summary>
    public string EmployeeCode { get; init; } = "";

    /// <summary>A value of the list of projects; empty where there is none.</summary>
    public string ProjectCode { get; init; } = "";

    /// <summary>A value of the list of channels; empty where there is none.</summary>
    public string ChannelCode { get; init; } = "";

    /// <summary>A value of the list of reasons, such as why goods were lost; empty where none is given.</summary>
    public string ReasonCode { get; init; } = "";

    /// <summary>Of an order: when it is to be delivered; null where that is open.</summary>
    public DateOnly? ExpectedOn { get; init; }

    /// <summary>The till (收银机) it was made at; informative.</summary>
    public string TillCode { get; init; } = "";

    /// <summary>The shift (班次) it belongs to, as the tills count them; empty where there are none.</summary>
    public string ShiftNo { get; init; } = "";

    public string Note { get; init; } = "";

    /// <summary>Who had a part in it, by role; the shares of each role add up to 1.</summary>
    public IReadOnlyList<DocumentEmployee> Employees { get; init; } = [];

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    public IReadOnlyList<FieldValue> Fields { get; init; } = [];

    public ShipTo ShipTo { get; init; } = ShipTo.None;

    public Tender Tender { get; init; }

    /// <summary>Number of the earlier document that it takes back or follows: the sale of a return, the order of a
    /// delivery or a receipt; empty where there is none or it is not known.</summary>
    public string OriginalNo { get; init; } = "";

    /// <summary>Σ net + tax over the lines, where the source states it: a difference is refused as
    /// unbalanced.</summary>
    public Money? StatedTotal { get; init; }

    /// <summary>Where the document came from, such as a file's name; informative.</summary>
    public string Source { get; init; } = "";

    /// <summary>Of an assembly or disassembly: what the work costs, as part of what is made. Of a fee on received goods
    /// (<see cref="DocumentKind.LandedCost"/>): the fee without tax.</summary>
    public Money FeeAmount { get; init; }

    /// <summary>VAT on the fee on received goods.</summary>
    public Money FeeTaxAmount { get; init; }

    /// <summary>The account against which a fee or a cost adjustment is booked; empty leaves an adjustment to the cost
    /// of sales.</summary>
    public string ContraAccount { get; init; } = "";

    public required IReadOnlyList<DocumentLine> Lines { get; init; }

    /// <summary>Of a count: what it takes in beside its lines, which then counts as 0; null where it is its lines
    /// alone. </summary>
    public CountScope? Whole { get; init; }

    /// <summary>Of goods given away: how the tax on that is reckoned, where the legal entity is a general taxpayer.
    /// </summary>
    public DeemedSale DeemedSale { get; init; }

    /// <summary>Of a quotation, or of vouchers: the last day it holds; null where it does without end.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Of an order: its goods are reserved (占用) in its depot until delivered.</summary>
    public bool Reserves { get; init; }

    /// <summary>The last day they are reserved; null where that is open.</summary>
    public DateOnly? ReservesUntil { get; init; }

    /// <summary>Of a delivery: the vehicle it went by (派车); its driver is an employee by role.</summary>
    public string VehicleNo { get; init; } = "";

    /// <summary>Of a delivery: the route (线路) it went on.</summary>
    public string Route { get; init; } = "";

    /// <summary>Of a settlement of consigned goods: what the counter keeps (扣点), tax included.</summary>
    public Money CommissionAmount { get; init; }

    /// <summary>The tax in it.</summary>
    public Money CommissionTax { get; init; }

    /// <summary>Of a sale of consigned goods: the supplier whose goods they are.</summary>
    public string OwnerCode { get; init; } = "";

    /// <summary>When what the document leaves owed is due; null leaves it to the terms of the settling party.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>The account of money (现金、银行) that an expense is paid from or an income goes to, where it is not
    /// <see cref="Account.Cash"/>; empty where it is, or where nothing is paid.</summary>
    public string MoneyAccount { get; init; } = "";

    /// <summary>Of a claim on the office of medical insurance; null elsewhere.</summary>
    public ClaimPart? Claim { get; init; }

    /// <summary>Of a document of money, which has no lines of goods: its amounts by account.</summary>
    public IReadOnlyList<MoneyLine> MoneyLines { get; init; } = [];

    /// <summary>Of a receipt or payment: open items of the settling party that it settles at once.</summary>
    public IReadOnlyList<Settlement> Settles { get; init; } = [];

    /// <summary>Of a receipt or payment: the account by party on which the rest stands, such as
    /// <see cref="Account.AdvanceReceived"/>; empty means the receivable or the payable.</summary>
    public string RestAccount { get; init; } = "";

    /// <summary>Of a receipt: its invoice is still to come, so that its price is an estimate (暂估).</summary>
    public bool IsEstimated { get; init; }

    /// <summary>The invoice that the document is; null where it is none.</summary>
    public Invoice? Invoice { get; init; }

    /// <summary>Of a fee on received goods: by what it is spread over the lines.</summary>
    public SpreadBasis Spread { get; init; }

    /// <summary>What a ticket is settled with, part by part; empty leaves it to <see cref="Tender"/>. The amounts of
    /// lines stand before what discounts among them take off.</summary>
    public IReadOnlyList<TenderPart> Tenders { get; init; } = [];

    /// <summary>What was given back of the cash handed over (找零).</summary>
    public Money Change { get; init; }

    /// <summary>What it says to the medical insurance; null where it is none of its business.</summary>
    public InsuranceSettlement? Insurance { get; init; }

    /// <summary>The price list of the store, for lines that take their price; empty leaves it to the customer.
    /// </summary>
    public string PriceListCode { get; init; } = "";

    /// <summary>Of a day's closing or a shift's handing over: what was counted.</summary>
    public IReadOnlyList<TillCount> Counts { get; init; } = [];

    /// <summary>Of a channel's settlement: the means of payment that it settles.</summary>
    public string ChannelTenderCode { get; init; } = "";

    /// <summary>Of a channel's settlement: what the platform kept; null leaves it to the tender's rate.</summary>
    public Money? Fee { get; init; }

    /// <summary>Of a top-up: what is given on top (赠送); of a refund: what of that is forfeited.</summary>
    public Money Bonus { get; init; }

    /// <summary>Of a redemption of gifts: the points it costs.</summary>
    public Qty Points { get; init; }

    /// <summary>Of an adjustment or expiry of points: whose, and how many.</summary>
    public IReadOnlyList<PointsPart> PointsParts { get; init; } = [];

    /// <summary>Of an expiry of points: those earned up to this day expire.</summary>
    public DateOnly? EarnedUpTo { get; init; }

    /// <summary>Of an issue of coupons.</summary>
    public IReadOnlyList<CouponPart> Coupons { get; init; } = [];

    /// <summary>Of a change of level: the level; empty leaves it to the conditions of the levels.</summary>
    public string MemberLevelCode { get; init; } = "";
}
