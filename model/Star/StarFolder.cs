using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Analytics.Star;

/// <summary>The generations of a data folder: <c>star/&lt;stamp&gt;.duckdb</c> with <c>&lt;stamp&gt;.json</c> beside
/// it, annexes <c>&lt;stamp&gt;.&lt;table&gt;.duckdb</c>, and <c>current.json</c>, the pointer that says which one is
/// served.</summary>
/// <remarks>A file is written under another name, flushed to disk and renamed, so that a reader and a crash see the old
/// or the new one and nothing between. A published base file is never written to again.</remarks>
public sealed class StarFolder(string path)
{
    private const string Pointer = "current.json";
    private const string StampFormat = "yyyyMMdd'T'HHmmss";

    /// <summary>Two digits behind the second: more would not sort.</summary>
    private const int MostOfSecond = 99;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        WriteIndented = true,
    };

    /// <summary>Full path of the folder; it need not exist yet.</summary>
    public string FullPath { get; } = Path.GetFullPath(path);

    private string PointerPath => Path.Combine(FullPath, Pointer);

    /// <summary>The served generation; null where none was published yet.</summary>
    /// <exception cref="StarException">The pointer or what it names cannot be read.</exception>
    public Manifest? Current() => Pointed() is { } generation ? FindPointed(generation) : null;

    /// <summary>The manifest of a generation; null where there is no such generation.</summary>
    public Manifest? Find(string generation)
    {
        var file = ManifestPath(generation);
        return IsStamp(generation) && File.Exists(file) ? Read<Manifest>(file) : null;
    }

    /// <summary>The manifest of a generation.</summary>
    /// <exception cref="StarException">There is no such generation.</exception>
    public Manifest Get(string generation) => Find(generation) ?? throw new StarException(
        $"{FullPath} holds no generation '{generation}'; 'analytics generation list' shows those it holds.");

    /// <summary>Every generation that a manifest names, newest first.</summary>
    public IReadOnlyList<Manifest> List()
    {
        if (!Directory.Exists(FullPath))
        {
            return [];
        }

        return Directory.EnumerateFiles(FullPath, "*.json")
            .Where(file => IsStamp(Path.GetFileNameWithoutExtension(file)))
            .Select(Read<Manifest>)
            .OrderByDescending(manifest => manifest.Generation, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>Makes a generation the served one: publishing, and rolling back (回退) to an older one.</summary>
    /// <exception cref="StarException">There is no such generation, or a newer program wrote it.</exception>
    public void PointTo(string generation)
    {
        var manifest = Get(generation);
        using var held = GenerationHold.Take(this, generation);
        Point(manifest);
    }

    /// <summary>Deletes the generations that are not kept; answers which, and how many bytes that freed.</summary>
    /// <remarks>The manifest goes first: a file that no manifest names is swept, here or by the next build. A
    /// generation that somebody reads, in this process or another, stays until a later time.</remarks>
    /// <exception cref="StarException">Someone is building, or the pointer cannot be read.</exception>
    public (IReadOnlyList<Manifest> Deleted, long Bytes) Prune(Pruning rule, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (!Directory.Exists(FullPath))
        {
            return ([], 0);
        }

        using var held = BuildLock.Take(FullPath, now);
        var deleted = new List<Manifest>();
        foreach (var manifest in rule.Outdated(List(), Pointed(), now))
        {
            using var alone = GenerationHold.TryTakeAlone(this, manifest.Generation);
            if (alone is null || Pointed() == manifest.Generation)
            {
                continue;
            }

            File.Delete(ManifestPath(manifest.Generation));
            deleted.Add(manifest);
        }

        return (deleted, Sweep());
    }

    /// <summary>Full path of a generation's base file.</summary>
    public string BasePath(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return Path.Combine(FullPath, manifest.BaseFile);
    }

    /// <summary>Full path of an annex's file.</summary>
    internal string AnnexPath(AnnexFile annex) => Path.Combine(FullPath, annex.File);

    /// <summary>The annexes of a generation that stand beside a new base too: those whose file is there and whose
    /// columns this program knows.</summary>
    internal IEnumerable<AnnexFile> AnnexesToKeep(Manifest manifest) =>
        manifest.Annexes.Where(annex => StarSchema.IsKnown(annex) && File.Exists(AnnexPath(annex)));

    /// <summary>The file by which readers keep a generation.</summary>
    internal string HoldPath(string generation) => Path.Combine(FullPath, generation + ".readers");

    /// <summary>Turns the pointer to a generation that nobody can be deleting.</summary>
    internal void Point(Manifest manifest)
    {
        Check(manifest);
        Write(PointerPath, new CurrentPointer(manifest.Generation));
    }

    /// <summary>The manifest of a generation that the pointer named.</summary>
    internal Manifest FindPointed(string generation) => Find(generation) ?? throw new StarException(
        $"{PointerPath} names generation {generation}, which is not there; "
        + "roll back to another with 'analytics generation rollback', or build with 'analytics snapshot --full'.");

    /// <summary>The generation that the pointer names, whether it is there or not.</summary>
    internal string? Pointed() => File.Exists(PointerPath) ? Read<CurrentPointer>(PointerPath).Generation : null;

    /// <summary>Refuses a generation that cannot be served.</summary>
    internal void Check(Manifest manifest)
    {
        if (StarSchema.IsNewer(manifest.SchemaVersion))
        {
            throw new StarException(
                $"Generation {manifest.Generation} in {FullPath} has schema {manifest.SchemaVersion}, newer than this "
                + $"program's {StarSchema.Version}; use the newer program, or build again with 'analytics snapshot'.");
        }

        if (!File.Exists(BasePath(manifest)))
        {
            throw new StarException(
                $"The base file {BasePath(manifest)} of generation {manifest.Generation} is missing; "
                + "roll back to another generation, or build again with 'analytics snapshot'.");
        }

        if (manifest.Annexes.FirstOrDefault(annex => !File.Exists(AnnexPath(annex))) is { } missing)
        {
            throw new StarException(
                $"The annex {AnnexPath(missing)} of generation {manifest.Generation} is missing; "
                + "roll back to another generation, or build again with 'analytics snapshot'.");
        }
    }

    internal void Write(Manifest manifest) => Write(ManifestPath(manifest.Generation), manifest);

    /// <summary>A stamp no file of the folder bears yet, later than those of all generations: names sort as they were
    /// built, even where the clock was put back.</summary>
    internal string NewStamp(DateTimeOffset now)
    {
        var latest = Directory.EnumerateFiles(FullPath)
            .Select(file => Path.GetFileName(file).Split('.')[0]).Where(IsStamp).Max(StringComparer.Ordinal) ?? "";
        var stamp = Stamp(now);
        if (string.CompareOrdinal(stamp, latest) > 0)
        {
            return stamp;
        }

        var parts = latest.Split('_');
        var number = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1;
        return number < MostOfSecond
            ? string.Create(CultureInfo.InvariantCulture, $"{parts[0]}_{number + 1:00}")
            : Stamp(DateTimeOffset.ParseExact(
                parts[0], StampFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).AddSeconds(1));
    }

    /// <summary>Deletes what killed builds left: files that are being written, and bases and annexes that no manifest
    /// names. Only who holds the build lock may call it.</summary>
    /// <returns>Bytes freed.</returns>
    internal long Sweep()
    {
        var named = Named();
        var bytes = 0L;
        foreach (var file in new DirectoryInfo(FullPath).EnumerateFiles())
        {
            var stamp = file.Name.Split('.')[0];
            var isUnnamed = IsStamp(stamp) && named?.Contains(file.Name) != true
                && (!File.Exists(ManifestPath(stamp)) || IsData(file.Name));
            var isSpared = named is null && IsData(file.Name);
            if (file.Name.EndsWith(".part", StringComparison.Ordinal) || (isUnnamed && !isSpared))
            {
                bytes += file.Length;
                file.Delete();
            }
        }

        return bytes;
    }

    /// <summary>Makes what was written durable, then gives it its name.</summary>
    internal static void FlushAndMove(string written, string name)
    {
        Flush(written);
        File.Move(written, name);
    }

    /// <summary>Makes what was written durable.</summary>
    internal static void Flush(string written)
    {
        if (File.Exists(written + ".wal"))
        {
            throw new StarException(
                $"{written} was closed but left a write-ahead log; the build is discarded, run it again.");
        }

        using (var file = new FileStream(written, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>A base or an annex that has its name, not one that is being built.</summary>
    private static bool IsData(string name) =>
        name.EndsWith(".duckdb", StringComparison.Ordinal)
        && !name.EndsWith(".building.duckdb", StringComparison.Ordinal);

    /// <summary>The bases and annexes that manifests name; null where one cannot be read: then any may be.</summary>
    private HashSet<string>? Named()
    {
        try
        {
            return List().SelectMany(manifest => manifest.Annexes.Select(annex => annex.File).Append(manifest.BaseFile))
                .ToHashSet(StringComparer.Ordinal);
        }
        catch (StarException)
        {
            return null;
        }
    }

    private static string Stamp(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(StampFormat, CultureInfo.InvariantCulture);

    private static bool IsStamp(string name) =>
        name.Length >= 15 && name[8] == 'T' && name.All(c => char.IsAsciiDigit(c) || c is 'T' or '_');

    private static T Read<T>(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new JsonException("empty");
        }
        catch (JsonException e)
        {
            throw new StarException(
                $"{file} cannot be read ({e.Message.ReplaceLineEndings(" ")}); "
                + "restore it, or delete it and build again with 'analytics snapshot --full'.", e);
        }
    }

    private static void Write<T>(string file, T value)
    {
        var part = file + ".part";
        try
        {
            using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                JsonSerializer.Serialize(stream, value, Json);
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, file, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    private string ManifestPath(string generation) => Path.Combine(FullPath, generation + ".json");

    private sealed record CurrentPointer(string Generation);
}
