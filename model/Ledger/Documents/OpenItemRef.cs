namespace Analytics.Ledger;

/// <summary>Names an open item (未清项): by the kind and number of the document that made it, by that document's key, or
/// by its place in the book.</summary>
/// <param name="Kind">The document's kind as the book names it, such as <c>sale</c>; see <see cref="Of"/>.</param>
/// <param name="DocumentNo">Its number.</param>
/// <remarks>A document mostly makes one item. Where it makes several, <see cref="Account"/> says which, and
/// <see cref="LineNo"/> where even that leaves more than one; what stays ambiguous is refused.</remarks>
public sealed record OpenItemRef(string Kind, string DocumentNo)
{
    /// <summary>The document's key, instead of kind and number.</summary>
    public string Key { get; init; } = "";

    /// <summary>The item's account; empty where the document made only one item, or the write-off's kind says
    /// it.</summary>
    public string Account { get; init; } = "";

    /// <summary>The item's number among those of its entry; 0 where not needed.</summary>
    public int LineNo { get; init; }

    /// <summary>The item's entry, instead of kind and number; 0 where not known.</summary>
    public long Seq { get; init; }

    public static OpenItemRef Of(DocumentKind kind, string documentNo) => new(DocumentKinds.Name(kind), documentNo);

    /// <summary>An item that a write-off made.</summary>
    public static OpenItemRef OfWriteOff(string documentNo) => new(Voucher.WriteOffKind, documentNo);

    public static OpenItemRef OfKey(string key) => new("", "") { Key = key };

    public static OpenItemRef At(long seq, int lineNo) => new("", "") { Seq = seq, LineNo = lineNo };

    public override string ToString()
    {
        var document = Seq > 0 ? $"#{Seq}" : Key.Length > 0 ? Key : $"{Kind} {DocumentNo}";
        return string.Concat(document, Account.Length > 0 ? " " : "", Account, LineNo > 0 ? $"/{LineNo}" : "");
    }
}
