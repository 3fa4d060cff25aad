using System.Globalization;

namespace Analytics.Ingest.Demo;

/// <summary>Everybody the company deals with: members, wholesale customers, employees.</summary>
internal sealed class Roster
{
    public const string WalkIn = "C00000";

    private const int SmallestStaff = 4;
    private const int WholesaleStaff = 4;

    private readonly Dice dice;
    private readonly string[][] surnames = [.. WordList.Rows("surnames")];
    private readonly Urn surnameUrn;
    private readonly double[] loyalty;
    private readonly Dictionary<string, int> homes;
    private readonly string[] female;
    private readonly string[] male;

    public Roster(IReadOnlyList<Shop> shops, int members, int customers, Dice dice)
    {
        this.dice = dice;
        surnameUrn = new Urn([.. surnames.Select(row => WordList.Number(row[1]))]);
        var given = WordList.Rows("given_names").ToLookup(row => row[0], row => row[1]);
        (female, male) = ([.. given["f"]], [.. given["m"]]);
        Staff = Employ(shops);
        Members = Enroll(shops, members);
        Customers = Acquire(shops, customers);
        MemberUrns = [.. Members.Select(home => new Urn([.. home.Select(_ => Loyalty())]))];
        loyalty = [.. Customers.Select(_ => Loyalty())];
        CustomerUrn = new Urn(loyalty);
        homes = Members.SelectMany(home => home).ToDictionary(member => member.Code, member => member.Location);
    }

    /// <summary>Employees by location, the depot last. The first of a location is its manager, who buys.</summary>
    public IReadOnlyList<IReadOnlyList<Person>> Staff { get; }

    /// <summary>Members by home store.</summary>
    public IReadOnlyList<IReadOnlyList<Person>> Members { get; }

    public IReadOnlyList<Person> Customers { get; }

    public IReadOnlyList<Urn> MemberUrns { get; }

    public Urn CustomerUrn { get; }

    /// <summary>The home store of a member.</summary>
    public int HomeOf(string member) => homes[member];

    /// <summary>The part of the orders that a wholesale customer places.</summary>
    public double ShareOf(int customer) => loyalty[customer] / loyalty.Sum();

    private Person[][] Employ(IReadOnlyList<Shop> shops)
    {
        var number = 0;
        Person Hire(int location, string city) => new(Code("E", ++number, 3), Name(), location, city);

        return [
            .. shops.Select(shop => Enumerable.Range(0, SmallestStaff + (int)(shop.Share / 5))
                .Select(_ => Hire(shop.Index, shop.City)).ToArray()),
            [.. Enumerable.Range(0, WholesaleStaff).Select(_ => Hire(shops.Count, shops[0].City))],
        ];
    }

    private Person[][] Enroll(IReadOnlyList<Shop> shops, int count)
    {
        var total = shops.Sum(shop => shop.Share);
        var (number, share) = (0, 0.0);
        var homes = new Person[shops.Count][];
        foreach (var shop in shops)
        {
            share += shop.Share;
            var upTo = (int)Math.Round(count * share / total, MidpointRounding.AwayFromZero);
            homes[shop.Index] = [.. Enumerable.Range(number + 1, upTo - number)
                .Select(n => new Person(Code("M", n, 5), Name(), shop.Index, shop.City))];
            number = upTo;
        }

        return homes;
    }

    private static Person[] Acquire(IReadOnlyList<Shop> shops, int count)
    {
        var words = WordList.Rows("wholesale").ToLookup(row => row[0], row => row[1]);
        var (places, trades) = (words["place"].ToArray(), words["trade"].ToArray());
        // 15 places and 9 trades share the factor 3: the step of one trade every 15 keeps the pairs apart.
        return [.. Enumerable.Range(0, count).Select(n => new Person(
            Code("W", n + 1, 3),
            places[n % places.Length] + trades[(n + (n / places.Length)) % trades.Length],
            shops.Count,
            shops[n % shops.Count].City))];
    }

    /// <summary>A few come often, many seldom.</summary>
    private double Loyalty()
    {
        var fraction = dice.Fraction();
        return 0.15 + (3 * fraction * fraction * fraction);
    }

    private string Name()
    {
        var surname = surnames[surnameUrn.Draw(dice)][0];
        var given = dice.Chance(0.52) ? female : male;
        var first = given[dice.Below(given.Length)];
        return dice.Chance(0.3) ? surname + first : surname + first + given[dice.Below(given.Length)];
    }

    private static string Code(string prefix, int number, int digits) =>
        prefix + number.ToString("D" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
