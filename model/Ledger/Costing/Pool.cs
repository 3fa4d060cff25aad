using System.Collections.Immutable;

namespace Analytics.Ledger.Costing;

/// <summary>What is on hand in a cost pool, after some movement of it in the order of cost.</summary>
/// <param name="Qty">On hand, ×10⁴; below zero where more went out than came in.</param>
/// <param name="Value">At cost, ×10⁴.</param>
/// <param name="LastCost">The last cost known of one base unit, ×10⁶; −1 where none is.</param>
/// <param name="Queue">While the quantity is below zero: the issues without goods, oldest first, together as much as is
/// lacking. Otherwise, where cost goes by layers (先进先出): the layers, oldest first, together all that is on
/// hand.</param>
internal sealed record Pool(long Qty, long Value, long LastCost, ImmutableList<QueueItem> Queue)
{
    public static readonly Pool Empty = new(0, 0, -1, []);
}
