using System.Collections.Immutable;
using System.Globalization;

namespace Analytics.Ledger.Costing;

/// <summary>A pool as one text, for checkpoints: quantity, value, last cost, then its queue, all as numbers.</summary>
internal static class PoolText
{
    public static string Of(Pool pool)
    {
        IEnumerable<long> numbers =
        [
            pool.Qty, pool.Value, pool.LastCost,
            .. pool.Queue.SelectMany(item => new[]
            {
                item.Place, item.Ref.Seq, item.Ref.LineNo, item.Qty, item.Value, item.Effective,
                item.IsCostExplicit ? 1L : 0L,
            }),
        ];
        return string.Join(' ', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
    }

    public static Pool Read(string text)
    {
        var numbers = text.Split(' ').Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        var queue = numbers.Skip(3).Chunk(7).Select(item => new QueueItem(
            item[0], new MovementRef(item[1], item[2]), item[3], item[4], item[5], item[6] == 1));
        return new Pool(numbers[0], numbers[1], numbers[2], queue.ToImmutableList());
    }
}
