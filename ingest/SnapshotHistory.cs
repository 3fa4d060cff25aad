using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Analytics.Ingest;

/// <summary>The runs of a company's snapshots: a line of JSON each, added at the end and never changed.</summary>
/// <remarks>Past a size the file becomes the older one of two, in place of that: the latest some thousand runs are
/// there. A line names no machine and no folder above the company's, so the file may move with it.</remarks>
public sealed class SnapshotHistory(string path, long mostBytes = SnapshotHistory.MostBytes)
{
    private const long MostBytes = 4 << 20;
    private const int Attempts = 40;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private string OlderPath => path + ".1";

    /// <summary>One run as it is kept.</summary>
    public static string Line(SnapshotRun run) => JsonSerializer.Serialize(run, Json);

    /// <summary>An ending as a line names it.</summary>
    public static string Name(SnapshotEnding ending) => JsonNamingPolicy.SnakeCaseLower.ConvertName(ending.ToString());

    /// <summary>The latest runs, newest first. A line cut short by a crash is passed over.</summary>
    public IReadOnlyList<SnapshotRun> Latest(int atMost)
    {
        // Both files are bounded; the newer one is read last, so that its runs are the latest.
        var latest = new Queue<SnapshotRun>();
        foreach (var file in ((string[])[OlderPath, path]).Where(File.Exists))
        {
            foreach (var run in Runs(file))
            {
                latest.Enqueue(run);
                if (latest.Count > atMost)
                {
                    latest.Dequeue();
                }
            }
        }

        return [.. latest.Reverse()];
    }

    /// <summary>Adds a run; answers whether it could be written. A snapshot that is published stays so where the disk
    /// has no room for a line about it.</summary>
    internal async Task<bool> AddAsync(SnapshotRun run, TimeProvider clock)
    {
        var line = Encoding.UTF8.GetBytes(Line(run) + "\n");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                Write(line);
                return true;
            }
            catch (IOException) when (attempt < Attempts)
            {
                // Another process is writing its line.
                await Task.Delay(Pause, clock);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    private static IEnumerable<SnapshotRun> Runs(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            SnapshotRun? run = null;
            try
            {
                run = JsonSerializer.Deserialize<SnapshotRun>(line, Json);
            }
            catch (JsonException)
            {
                // Cut short.
            }

            if (run is not null)
            {
                yield return run;
            }
        }
    }

    private void Write(byte[] line)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        if (file.Length > 0 && file.Length + line.Length > mostBytes)
        {
            using (var older = new FileStream(OlderPath, FileMode.Create, FileAccess.Write, FileShare.Read))
            {
                file.CopyTo(older);
            }

            file.SetLength(0);
        }

        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() != '\n')
            {
                file.WriteByte((byte)'\n');
            }
        }

        file.Write(line);
        file.Flush(flushToDisk: true);
    }
}
