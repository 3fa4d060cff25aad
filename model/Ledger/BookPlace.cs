using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Analytics.Ledger;

/// <summary>Where a book lies, as its user names it.</summary>
public static partial class BookPlace
{
    /// <summary>Statements kept prepared a connection: more than the Ledger has.</summary>
    private const int MostPrepared = 300;

    /// <summary>Whether it is a PostgreSQL connection string, and not a file's path.</summary>
    public static bool IsPostgres(string place) => IsUri(place) || Host().IsMatch(place);

    /// <summary>The same database, another schema of it.</summary>
    /// <exception cref="InvalidDataException">It cannot be read: one line.</exception>
    public static string InSchema(string postgres, string schema)
    {
        var settings = Postgres(postgres);
        settings.SearchPath = schema;
        return settings.ConnectionString;
    }

    /// <exception cref="InvalidDataException">It cannot be read: one line.</exception>
    internal static NpgsqlConnectionStringBuilder Postgres(string place)
    {
        try
        {
            var given = IsUri(place) ? FromUri(new Uri(place)) : place;
            var settings = new NpgsqlConnectionStringBuilder(given);
            if (!new DbConnectionStringBuilder { ConnectionString = given }.ContainsKey("Max Auto Prepare"))
            {
                settings.MaxAutoPrepare = MostPrepared;
                settings.AutoPrepareMinUsages = 2;
            }

            return settings;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            throw new InvalidDataException(
                $"the connection string of the book cannot be read: {fault.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>Host, port, database and schema: no password.</summary>
    internal static string Name(NpgsqlConnectionStringBuilder settings)
    {
        var database = settings.Database ?? settings.Username;
        var schema = string.IsNullOrEmpty(settings.SearchPath) ? "" : "/" + settings.SearchPath;
        return string.Create(
            CultureInfo.InvariantCulture, $"postgres://{settings.Host}:{settings.Port}/{database}{schema}");
    }

    private static string FromUri(Uri uri)
    {
        var user = uri.UserInfo.Split(':', 2);
        var settings = new DbConnectionStringBuilder { ["Host"] = uri.Host };
        Set("Port", uri.Port > 0 ? uri.Port.ToString(CultureInfo.InvariantCulture) : "");
        Set("Username", user[0]);
        Set("Password", user.ElementAtOrDefault(1) ?? "");
        Set("Database", uri.AbsolutePath.TrimStart('/'));
        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = option.Split('=', 2);
            Set(pair[0].Replace('_', ' '), pair.ElementAtOrDefault(1) ?? "");
        }

        return settings.ConnectionString;

        void Set(string key, string value)
        {
            if (value.Length > 0)
            {
                settings[key] = Uri.UnescapeDataString(value);
            }
        }
    }

    private static bool IsUri(string place) =>
        place.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || place.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(^|;)\s*host\s*=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Host();
}
