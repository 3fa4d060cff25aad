using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>换货单: goods a customer brings back and others he is given for them in one document; the difference is
/// settled.</summary>
/// <remarks>Lines that go back are as those of a <see cref="SaleReturn"/>, the others as those of a <see cref="Sale"/>.
/// </remarks>
internal static class Exchange
{
    public static readonly DocumentForm Form = new(
        DocumentParts.Lines | DocumentParts.Original | DocumentParts.Back, Move, Sale.Settle)
    {
        Party = PartyRole.Customer,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        var returning = new Returning(desk);
        return desk.Lines
            .Select(line => line.Given.IsBack
                ? SaleReturn.PutBack(desk, returning, line)
                : SaleGoods.Out(desk, line, Location.Customer))
            .FirstOrDefault(refusal => refusal is not null);
    }
}
