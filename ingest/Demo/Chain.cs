using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>The demo company as it stands before its first day: what it sells, where, with whom, and what is planned.
/// </summary>
/// <remarks>A location is the index of a store, or <see cref="Depot"/>. Below some hundred thousand lines the masters
/// shrink with them, so that an item still sells now and then.</remarks>
internal sealed class Chain
{
    public const string DepotCode = "D01";
    public const string DepotName = "安禾中心仓";

    private const long CentsOfWholesaleLine = 45_000;
    private const double MonthsOfLimit = 4;
    private const long LeastLimit = 20_000_00;
    private const int MostItems = 2000;
    private const int MostMembers = 5000;
    private const int MostCustomers = 60;

    private readonly Dictionary<string, int> locations;
    private readonly Dictionary<string, Goods> goods;

    public Chain(DemoOptions options, Life life)
    {
        Seed = options.Seed;
        Life = life;
        Leaves = Leaf.Load();
        Shops = Shop.Load();
        Suppliers = WordList.Rows("suppliers");
        var items = (int)Math.Clamp(options.Lines / 400, 2 * Leaves.Count, MostItems);
        var members = (int)Math.Clamp(options.Lines / 200, 50, MostMembers);
        var customers = (int)Math.Clamp(options.Lines / 16_000, 6, MostCustomers);
        Goods = Catalogue.Make(Leaves, items, Dice.For(Seed, 1));
        Prices = new PriceBook(Goods, life.Months, Dice.For(Seed, 2));
        Roster = new Roster(Shops, members, customers, Dice.For(Seed, 3));
        Plan = new SalesPlan(options.Lines, life, Shops, Dice.For(Seed, 4));
        var largest = Shops.Max(shop => shop.Share);
        Assortments = [
            .. Shops.Select(shop => new Assortment(Goods, Leaves, 0.6 + (0.4 * shop.Share / largest), shop.Medicine)),
            new Assortment(Goods, Leaves, coverage: 1, medicine: 0.9),
        ];
        locations = Shops.Select((shop, n) => (shop.Code, n)).ToDictionary(pair => pair.Code, pair => pair.n);
        goods = Goods.ToDictionary(item => item.Code);
        Promotions = new Promotions(this);
        Shelves = new Shelves(Assortments.Count, Goods);
    }

    public int Seed { get; }

    public Life Life { get; }

    public IReadOnlyList<Leaf> Leaves { get; }

    public IReadOnlyList<Shop> Shops { get; }

    public IReadOnlyList<string[]> Suppliers { get; }

    public IReadOnlyList<Goods> Goods { get; }

    public PriceBook Prices { get; }

    public Roster Roster { get; }

    public SalesPlan Plan { get; }

    /// <summary>By location.</summary>
    public IReadOnlyList<Assortment> Assortments { get; }

    /// <summary>What is reduced this week.</summary>
    public Promotions Promotions { get; }

    /// <summary>What lies where: with the week's leaflet all that the days change here.</summary>
    public Shelves Shelves { get; }

    /// <summary>The location wholesale sells from.</summary>
    public int Depot => Shops.Count;

    /// <summary>The store a location's documents belong to: wholesale is the head store's.</summary>
    public string StoreCode(int location) => Shops[location == Depot ? 0 : location].Code;

    public Goods ItemOf(string code) => goods[code];

    /// <summary>What a wholesale customer may owe: what he buys in some months, in whole thousands.</summary>
    public Money LimitOf(int customer) => Till.Cents(Math.Max(
        LeastLimit, (long)(Plan.Expected(Depot, 540, 30) * Roster.ShareOf(customer) * CentsOfWholesaleLine
            * MonthsOfLimit / 1000_00) * 1000_00));

    /// <summary>The location of a store.</summary>
    public int LocationOf(string storeCode) => locations[storeCode];

    /// <summary>The depot of a location's documents; empty means the store itself.</summary>
    public string DepotOf(int location) => location == Depot ? DepotCode : "";

    public int OpensAfter(int location) => location == Depot ? 0 : Shops[location].OpensAfter;

    public static string SupplierCode(int supplier) =>
        "V" + (supplier + 1).ToString("00", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Factor of each <see cref="Season"/> on a day.</summary>
    public double[] Seasons(int day)
    {
        var date = Life.Date(day);
        return [.. Enum.GetValues<Season>().Select(season => SalesCalendar.Seasonal(season, date))];
    }
}
