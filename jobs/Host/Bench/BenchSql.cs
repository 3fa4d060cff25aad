using System.Data.Common;

namespace Analytics.Host.Bench;

/// <summary>The <c>.sql</c> files of the references.</summary>
internal static class BenchSql
{
    public static string Text(string file)
    {
        using var stream = typeof(BenchSql).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static async Task RunAsync(DbConnection connection, string file, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Text(file);
        await command.ExecuteNonQueryAsync(ct);
    }
}
