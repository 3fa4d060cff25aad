using System.Globalization;
using Analytics.Reports.Compare;
using Analytics.Star;

namespace Analytics.Reports.Running;

/// <summary>The stores of <c>store_scope</c> (门店范围).</summary>
internal static class ComparableStores
{
    public const string All = "all";
    public const string Comparable = "comparable";

    private const string New = "new";
    private const string Closed = "closed";

    /// <summary>All, and below them a row of the comparable ones (其中可比店).</summary>
    public const string WithComparable = "with_comparable";

    /// <summary>What may be asked for.</summary>
    public static readonly string[] Choices = [All, WithComparable, Comparable, New, Closed];

    public static readonly Label PartLabel = new("其中：可比店", "of which comparable stores");

    /// <summary>Comparable (可比店) are stores that are so in every window, since their current figures stand beside all
    /// of them; new (新店) are those that opened after any of the bases began, closed (闭店) those whose last day came by
    /// the last of the current range.</summary>
    /// <param name="lease">On the generation.</param>
    /// <param name="asked"><c>comparable</c>, <c>new</c> or <c>closed</c>.</param>
    /// <param name="ranges">The current one and at least one base.</param>
    /// <param name="scope">Only stores that it lets see are counted.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<(IReadOnlyList<long> Stores, Label Note)> ChooseAsync(
        StarLease lease, string asked, IReadOnlyList<DateRange> ranges, Scope scope, CancellationToken ct)
    {
        var windows = new List<IReadOnlyList<ComparableStore>>();
        foreach (var given in ranges.Skip(1))
        {
            var stores = await ComparableStore.ReadAsync(
                lease, (ranges[0].From, ranges[0].To), (given.From, given.To), ct).ConfigureAwait(false);
            windows.Add([.. stores.Where(store => scope.Stores?.Contains(store.StoreCode) ?? true)]);
        }

        var all = windows[0].Select(store => store.StoreId).ToList();
        bool Any(IReadOnlyList<ComparableStore> stores, long id, Func<ComparableStore, bool> isSo) =>
            stores.Any(store => store.StoreId == id && isSo(store));
        var chosen = all.Where(id => asked switch
        {
            Comparable => windows.TrueForAll(stores => Any(stores, id, store => store.IsComparable)),
            New => windows.Exists(stores => Any(stores, id, store => store.IsNew)),
            _ => Any(windows[0], id, store => store.IsClosed),
        }).ToList();
        var (zh, en) = asked switch
        {
            Comparable => ("可比", "comparable"),
            New => ("新店", "new"),
            _ => ("闭店", "closed"),
        };
        var count = string.Create(CultureInfo.InvariantCulture, $"{chosen.Count} / {all.Count}");
        return (chosen, new($"{zh} {count} 店", $"{en}: {count} stores"));
    }
}
