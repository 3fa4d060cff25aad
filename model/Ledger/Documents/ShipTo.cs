namespace Analytics.Ledger;

/// <summary>Where the goods of a document went; empty strings where not known. Belongs to the document, not the
/// party.</summary>
public readonly record struct ShipTo(
    string Country = "", string Region = "", string Province = "", string City = "")
{
    public static readonly ShipTo None = new("", "", "", "");
}
