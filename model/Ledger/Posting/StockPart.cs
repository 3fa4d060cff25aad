using Analytics.Ledger.Costing;

namespace Analytics.Ledger.Posting;

/// <summary>A part of a line's goods: of which batch, in which bin, and which movement it takes back.</summary>
/// <param name="Qty">Above zero, ×10⁴; the parts of a line are together its quantity.</param>
/// <param name="BatchId">−1 where the item has no batches.</param>
/// <param name="BinId">−1 where none is named.</param>
/// <param name="Source">None where nothing is taken back, or not known what.</param>
internal readonly record struct StockPart(long Qty, long BatchId, long BinId, MovementRef Source)
{
    /// <summary>A line's goods as one part without batch or bin.</summary>
    public static StockPart Whole(LineDraft line) => new(line.Row.Qty, None.Id, None.Id, MovementRef.None);
}
