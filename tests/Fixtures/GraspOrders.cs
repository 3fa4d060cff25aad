using System.Globalization;

namespace Analytics.Fixtures;

/// <summary>The orders of a <see cref="GraspBook"/>, placed before its bills; some bills follow them.</summary>
internal sealed class GraspOrders
{
    private static readonly DateTime First = new(2025, 12, 1, 8, 0, 0);

    // Of its own, so that bills are the same with orders and without.
    private readonly Random random = new(7);
    private readonly List<GraspOrderLine> lines = [];

    public GraspOrders(int count, int items)
    {
        for (var n = 1; n <= count; n++)
        {
            var order = new GraspOrderLine(
                "O" + n, random.Next(2) == 0 ? "purchase_order" : "sales_order", First.AddHours(n * 5),
                "S" + random.Next(1, 3), "C" + random.Next(1, 3), "")
            {
                IsOver = random.Next(3) == 0,
            };
            for (var lineNo = random.Next(1, 4); lineNo > 0; lineNo--)
            {
                var net = random.Next(100, 9_000) / 100m;
                lines.Add(order with
                {
                    LineNo = lineNo, Item = "P" + random.Next(1, items + 1), Qty = random.Next(1, 60) / 4m, Net = net,
                    Tax = decimal.Round(net * 0.13m, 4), Followed = [],
                });
            }
        }
    }

    public IReadOnlyList<GraspOrderLine> Lines => lines;

    /// <summary>The order's line that a bill's line follows, if any.</summary>
    /// <param name="line">Of the bill.</param>
    /// <param name="counts">Whether the bill does.</param>
    public GraspOrderLine? Follow(GraspLine line, bool counts)
    {
        var kind = line.Kind switch { "purchase_receipt" => "purchase_order", "sale" => "sales_order", _ => "" };
        var open = lines.Where(one => one.Kind == kind && one.Item == line.Item).ToList();
        if (open.Count == 0 || random.Next(3) == 0)
        {
            return null;
        }

        var found = open[random.Next(open.Count)];
        if (counts)
        {
            found.Followed.Add(line);
        }

        return found;
    }

    /// <summary>As they stand once all bills are made.</summary>
    /// <param name="item">The key of an item by its code.</param>
    public IEnumerable<string> Rows(Func<string, string> item)
    {
        foreach (var order in lines.GroupBy(line => line.OrderNo))
        {
            var (first, id) = (order.First(), order.Key[1..]);
            var (type, over) = (first.Kind == "purchase_order" ? 150 : 151, first.IsOver ? 1 : 0);
            var party = first.Party == "C1" ? "00002" : "00003";
            yield return FormattableString.Invariant(
                $"insert into dlyndxorder values ({id}, '{first.At:yyyy-MM-dd HH:mm:ss}', '{order.Key}', {type}, ")
                + $"'{party}', '00001', '0000{first.Store[1..]}', {over});";
            foreach (var line in order)
            {
                decimal[] values =
                    [line.Qty, line.Followed.Sum(one => Math.Abs(one.Qty)), line.Net + 1, line.Net, line.Tax];
                yield return $"insert into bakdlyorder values ({id}, {line.LineNo}, '{item(line.Item)}', "
                    + string.Join(", ", values.Select(value => value.ToString(CultureInfo.InvariantCulture))) + ");";
            }
        }
    }
}
