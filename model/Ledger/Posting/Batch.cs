namespace Analytics.Ledger.Posting;

/// <summary>A batch (批号) of an item.</summary>
/// <param name="BatchId">Seq × 100,000 + the document's line of its first receipt.</param>
/// <param name="BatchNo">Its number.</param>
/// <param name="LotNo">Empty where receipts of the batch are not kept apart.</param>
/// <param name="ProducedOn">yyyymmdd; −1 where not stated.</param>
/// <param name="Expiry">Fixed by its first receipt, as all of it.</param>
internal sealed record Batch(long BatchId, string BatchNo, string LotNo, long ProducedOn, Expiry Expiry)
{
    private const long LinesInEntry = 100_000;

    /// <summary>An id that is one of a kind also where an entry brings several new batches.</summary>
    public static long IdOf(long seq, long lineNo) => (seq * LinesInEntry) + lineNo;

    /// <summary>The entry of its first receipt.</summary>
    public long FirstSeq => BatchId / LinesInEntry;
}
