using System.Globalization;
using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>Document numbers: kind, location, day, running number within these.</summary>
internal sealed class DocumentNumbers(int locations)
{
    private const int Kinds = 4;

    private readonly string[] prefixes = new string[Kinds * locations];
    private readonly int[] last = new int[Kinds * locations];

    public void Begin(DateOnly date)
    {
        Array.Clear(last);
        for (var n = 0; n < prefixes.Length; n++)
        {
            var letters = (DocumentKind)(n / locations) switch
            {
                DocumentKind.OpeningStock => "OS",
                DocumentKind.PurchaseReceipt => "PR",
                DocumentKind.Sale => "SA",
                DocumentKind.SaleReturn => "SR",
                DocumentKind.MoneyReceipt => "MR",
                DocumentKind.MoneyPayment => "MP",
                DocumentKind.CostAdjustment => "CA",
                DocumentKind.Assembly => "AS",
                DocumentKind.Disassembly => "DA",
            };
            prefixes[n] = string.Create(
                CultureInfo.InvariantCulture, $"{letters}{(n % locations) + 1:00}-{date:yyyyMMdd}-");
        }
    }

    public string Next(DocumentKind kind, int location)
    {
        var n = ((int)kind * locations) + location;
        return prefixes[n] + (++last[n]).ToString("00000", CultureInfo.InvariantCulture);
    }
}
