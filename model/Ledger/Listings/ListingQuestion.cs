namespace Analytics.Ledger.Listings;

/// <summary>What a listing is asked, understood.</summary>
/// <param name="View">The book.</param>
/// <param name="Day">How its business day runs.</param>
/// <param name="IsEnglish">Language of names that stand in rows.</param>
/// <param name="Values">By parameter: string, DateOnly, long or bool; a missing one is no restriction.</param>
/// <param name="Ids">Durable ids of the stores, parties and items named.</param>
internal sealed record ListingQuestion(
    BookReader View, BusinessDay Day, bool IsEnglish, IReadOnlyDictionary<string, object> Values,
    IReadOnlyDictionary<string, long> Ids)
{
    public DateOnly Date(string name) => (DateOnly)Values[name];

    /// <summary>Empty where nothing is said.</summary>
    public string Text(string name) => Values.TryGetValue(name, out var text) ? (string)text : "";

    public bool Flag(string name) => (bool)Values[name];

    public int Count(string name) => (int)(long)Values[name];

    /// <summary>Null where none is named.</summary>
    public long? Id(string name) => Ids.TryGetValue(name, out var id) ? id : null;

    public string Say(string zh, string en) => IsEnglish ? en : zh;
}
