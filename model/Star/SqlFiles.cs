using System.Reflection;

namespace Analytics.Star;

/// <summary>The .sql files that a project embeds, under the relative paths they have on disk.</summary>
public sealed class SqlFiles(Assembly assembly)
{
    /// <summary>The files directly under a folder such as <c>schema/</c>, by name in ordinal order.</summary>
    public IReadOnlyList<SqlFile> Under(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Where(name => !name[folder.Length..].Contains('/', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new SqlFile(Path.GetFileNameWithoutExtension(name), Read(name)))
            .ToList();
    }

    /// <summary>The text of one file. A path that is not embedded is a bug.</summary>
    public string Read(string path)
    {
        using var stream = assembly.GetManifestResourceStream(path)
            ?? throw new ArgumentException($"{path} is not embedded in {assembly.GetName().Name}", nameof(path));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
