namespace Analytics.Ingest.Import;

/// <summary>A sentence for a person, in Chinese and in English.</summary>
public readonly record struct Words(string Zh, string En)
{
    /// <summary>The same sentence with a place put before it, such as "superstore.csv: " or "sheet1!7: ".</summary>
    internal Words At(string place) => new($"{place}：{Zh}", $"{place}: {En}");

    internal static Words Join(IReadOnlyList<Words> parts) => parts.Count == 1
        ? parts[0]
        : new(string.Join('；', parts.Select(part => part.Zh)), string.Join("; ", parts.Select(part => part.En)));
}
