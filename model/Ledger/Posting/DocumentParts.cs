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

    /// <summary>What a ticket is settled with.</summary>
    Tenders = 1 << 20,

    /// <summary>What was counted in the tills.</summary>
    Counts = 1 << 21,

    /// <summary>A platform's fee.</summary>
    Fee = 1 << 22,

    /// <summary>What is given on top of stored value.</summary>
    Bonus = 1 << 23,

    /// <summary>Points of one member.</summary>
    Points = 1 << 24,

    /// <summary>Points of several members.</summary>
    PointsParts = 1 << 25,

    /// <summary>Coupons issued.</summary>
    Coupons = 1 << 26,

    /// <summary>A level of members.</summary>
    MemberLevel = 1 << 27,

    /// <summary>Lines that take their price from lists and promotions.</summary>
    Prices = 1 << 28,
}
