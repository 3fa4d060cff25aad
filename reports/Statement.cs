using System.Collections.Concurrent;
using System.Reflection;
using System.Text;

namespace Analytics.Reports;

/// <summary>The engine's own SQL, by file name.</summary>
internal static class Statement
{
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    public static string Text(string name) => Texts.GetOrAdd(name, static name =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"statements/{name}.sql")
            ?? throw new ArgumentException($"there is no statement '{name}'", nameof(name));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    });
}
