using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>拆分: takes one article apart into others, each worth its share of what that cost; an
/// <see cref="Assembly"/> in all else.</summary>
internal static class Disassembly
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines, Move, Assembly.Settle)
    {
        IsBothWays = true,
    };

    private static Refusal? Move(PostingDesk desk) =>
        desk.Lines.Count(line => line.Given.MadeShare == 0) != 1 || desk.Lines.Count < 2
            ? new Refusal(RefusalReason.AssemblyIncomplete, 0, desk.Document.DocumentNo)
            : Assembly.Make(desk);
}
