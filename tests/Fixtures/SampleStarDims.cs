using Analytics.Ingest;
using Analytics.Ingest.Calendar;
using Analytics.Star;
using static Analytics.Fixtures.SampleStar;

namespace Analytics.Fixtures;

/// <summary>Fills the dimensions of <see cref="SampleStar"/>.</summary>
internal static class SampleStarDims
{
    private static readonly DateTime Begin = new(2022, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Renamed = new(2023, 6, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Forever = new(9999, 12, 31, 0, 0, 0, DateTimeKind.Utc);

    public static async Task FillAsync(StarBuild build, SampleStarOptions options, CancellationToken ct)
    {
        await DatesAsync(build, options, ct);
        Stores(build, options.Stores);
        Items(build, options.Items);
        Parties(build, options.Parties);
        Employees(build, options.Employees);
        Departments(build);
        await StarLoad.HoursAsync(build.Session, ct);
    }

    /// <summary>The key of the version that holds now.</summary>
    public static long CurrentKey(int id) => id == 1 ? 1001 : id;

    private static Task DatesAsync(StarBuild build, SampleStarOptions options, CancellationToken ct)
    {
        var last = options.FirstDate.AddDays(options.Days - 1);
        return StarLoad.CalendarAsync(
            build.Session,
            CompanyCalendar.Statutory,
            new(options.FirstDate.Year - 1, 1, 1),
            new(last.Year + 1, 12, 31),
            ct);
    }

    private static void Stores(StarBuild build, int count)
    {
        using var stores = build.AppendTo("dim_store");
        stores.Append(-1L).Append(-1L).Append("").Append("").Append("").Append("").Append("")
            .AppendNull().AppendNull()
            .Append("").Append("").Append("").Append("").Append("").Append(0m)
            .Append(Begin).Append(Forever).Append(true).EndRow();
        for (var id = 1; id <= count; id++)
        {
            foreach (var version in Versions(id))
            {
                stores.Append(version.Key).Append((long)id).Append(StoreCode(id))
                    .Append(version.IsCurrent ? StoreName(id) : "一号店").Append("store")
                    .Append(RegionCode(id)).Append(RegionCode(id)).Append(new DateOnly(2020, 1, 1)).AppendNull()
                    .Append("L1").Append("公司").Append("general").Append("").Append("").Append(100m)
                    .Append(version.From).Append(version.To).Append(version.IsCurrent).EndRow();
            }
        }
    }

    private static void Items(StarBuild build, int count)
    {
        using var items = build.AppendTo("dim_item");
        items.Append(-1L).Append(-1L);
        for (var i = 0; i < 12; i++)
        {
            items.Append("");
        }

        AppendMore(items.Append(1m).Append(0m), "").Append(true).Append(Begin).Append(Forever).Append(true).EndRow();
        for (var id = 1; id <= count; id++)
        {
            foreach (var version in Versions(id))
            {
                AppendMore(items.Append(version.Key).Append((long)id).Append(ItemCode(id))
                    .Append(version.IsCurrent ? ItemName(id) : "商品0001").Append("10mg*24").Append("厂家")
                    .Append(Category1Code(id)).Append("类" + Category1Code(id))
                    .Append(Category2Code(id)).Append("类" + Category2Code(id))
                    .Append(CategoryCode(id)).Append("类" + CategoryCode(id))
                    .Append("盒").Append("箱").Append(10m).Append(0.13m), "牌").Append(true)
                    .Append(version.From).Append(version.To).Append(version.IsCurrent).EndRow();
            }
        }
    }

    private static RowAppender AppendMore(RowAppender item, string brand) => item
        .Append(-1L).Append("").Append(brand).Append(brand).Append("").Append("").Append("").Append("")
        .Append(30).Append(0).Append(false).Append(false).Append("").Append("").Append("moving_average");

    private static void Parties(StarBuild build, int count)
    {
        using var parties = build.AppendTo("dim_party");
        for (var id = 0; id <= count; id++)
        {
            var key = id == 0 ? -1 : id;
            parties.Append((long)key).Append((long)key).Append(PartyCode(key)).Append(PartyName(key))
                .Append(PartyClassCode(key)).Append(PartyClassCode(key))
                .Append(key < 0 ? "" : RegionCode(id)).Append(key < 0 ? "" : RegionCode(id))
                .Append(true).Append(false).Append(PartyCode(key)).Append(PartyName(key)).Append("cash").Append(0)
                .Append("").Append("").Append(-1L).Append("").Append("").Append("").Append("").AppendNull()
                .Append(true).Append(Begin).Append(Forever).Append(true).EndRow();
        }
    }

    private static void Employees(StarBuild build, int count)
    {
        using var employees = build.AppendTo("dim_employee");
        for (var id = 0; id <= count; id++)
        {
            var key = id == 0 ? -1 : id;
            employees.Append((long)key).Append((long)key).Append(EmployeeCode(key))
                .Append(key < 0 ? "" : Code("员工", id, 2)).Append(-1L)
                .Append("").Append("").Append("").Append(true).Append(Begin).Append(Forever).Append(true).EndRow();
        }
    }

    private static void Departments(StarBuild build)
    {
        using var departments = build.AppendTo("dim_department");
        foreach (var (id, parent) in (ReadOnlySpan<(long, long)>)[(-1, -1), (1, -1), (2, 1)])
        {
            departments.Append(id).Append(id).Append(DepartmentCode((int)id)).Append(id < 0 ? "" : $"部门{id}")
                .Append(parent).Append(true).Append(Begin).Append(Forever).Append(true).EndRow();
        }
    }

    private static IEnumerable<(long Key, DateTime From, DateTime To, bool IsCurrent)> Versions(int id) => id == 1
        ? [(1, Begin, Renamed, false), (CurrentKey(1), Renamed, Forever, true)]
        : [(id, Begin, Forever, true)];
}
