namespace Analytics.Ledger.Posting;

/// <summary>The parts of a document that a kind takes; one that it does not take is refused, not ignored.</summary>
[Flags]
internal enum DocumentParts
{
    None = 0,

    /// <summary>Goods, line by line.</summary>
    Lines = 1,

    /// <summary>Amounts by account.</summary>
    MoneyLines = 2,

    /// <summary>Open items that it settles, and where the rest stands.</summary>
    Settles = 4,

    /// <summary>Another depot that the goods go to.</summary>
    ToDepot = 8,

    /// <summary>An earlier document that it takes back, follows or corrects.</summary>
    Original = 16,

    /// <summary>The bin that goods go into, line by line.</summary>
    ToBin = 1 << 10,

    /// <summary>That it is estimated, its invoice being still to come.</summary>
    Estimate = 1 << 20,

    /// <summary>What suppliers quoted, line by line.</summary>
    Quotes = 1 << 21,

    /// <summary>Which quote was chosen, line by line.</summary>
    Choice = 1 << 22,

    /// <summary>What was rejected, line by line.</summary>
    Rejects = 1 << 23,

    /// <summary>The invoice that it is.</summary>
    Invoice = 1 << 24,

    /// <summary>By what its fee is spread.</summary>
    Spread = 1 << 25,

    /// <summary>What is claimed from an office of medical insurance.</summary>
    Claim = 32,

    /// <summary>Lines that go the other way (<see cref="DocumentLine.IsBack"/>).</summary>
    Back = 1 << 17,

    /// <summary>Whether and until when goods are reserved.</summary>
    Reserving = 1 << 11,

    /// <summary>The last day it holds.</summary>
    ValidUntil = 1 << 12,

    /// <summary>Vehicle and route.</summary>
    Carriage = 1 << 13,

    /// <summary>What the counter keeps.</summary>
    Commission = 1 << 14,

    /// <summary>Whose goods they are.</summary>
    Owner = 1 << 15,

    /// <summary>Ranges of vouchers, one a line.</summary>
    Vouchers = 1 << 16,

    /// <summary>What a ticket is settled with.</summary>
    Tenders = 1 << 6,

    /// <summary>What was counted in the tills.</summary>
    Counts = 1 << 7,

    /// <summary>A platform's fee.</summary>
    Fee = 1 << 8,

    /// <summary>What is given on top of stored value.</summary>
    Bonus = 1 << 9,

    /// <summary>Points of one member.</summary>
    Points = 1 << 18,

    /// <summary>Points of several members.</summary>
    PointsParts = 1 << 19,

    /// <summary>Coupons issued.</summary>
    Coupons = 1 << 26,

    /// <summary>A level of members.</summary>
    MemberLevel = 1 << 27,

    /// <summary>Lines that take their price from lists and promotions.</summary>
    Prices = 1 << 28,

    /// <summary>All of a depot, an area or a category.</summary>
    Whole = 1 << 29,

    /// <summary>How the tax of goods given away is reckoned.</summary>
    DeemedSale = 1 << 30,
}
