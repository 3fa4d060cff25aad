namespace Analytics.Fixtures;

/// <summary>What a document of a <see cref="GraspBook"/> that counts did to the stock; the batch is empty where the
/// document names none.</summary>
public sealed record GraspMove(string DocumentNo, DateTime At, string Item, string Store, string Batch, decimal Qty)
{
    /// <summary>Batches of this number were made on this day, whichever item they are of.</summary>
    public static DateOnly Produced(string batch) => new(2025, 6, batch == "L1" ? 1 : 15);

    /// <summary>The last day on which they may be used.</summary>
    public static DateOnly Expires(string batch) => Produced(batch).AddDays(600);

    /// <summary>As the columns of a line.</summary>
    internal static string Columns(string batch) => batch.Length == 0
        ? "'', null, null"
        : FormattableString.Invariant($"'{batch}', '{Produced(batch):yyyy-MM-dd}', '{Expires(batch):yyyy-MM-dd}'");
}
