namespace Analytics.Dashboard.Web;

/// <summary>One embedded file, as it is and packed by gzip.</summary>
internal sealed record Asset(
    string Name, string Url, string ContentType, ReadOnlyMemory<byte> Content, ReadOnlyMemory<byte> Packed);
