using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Analytics.Ingest;

/// <summary>Runs of one kind of work: a line of JSON each, added at the end and never changed.</summary>
/// <remarks>Past a size the file becomes the older one of two, in place of that: the latest some thousand runs are
/// there. A line names no machine and no folder above the company's, so the file may move with it.</remarks>
internal sealed class RunLines(string path, long mostBytes = RunLines.UsualBytes)
{
    public const long UsualBytes = 4 << 20;
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
    public static string Line<T>(T run) => JsonSerializer.Serialize(run, Json);

    /// <summary>An ending as a line names it.</summary>
    public static string Name(Enum ending) => JsonNamingPolicy.SnakeCaseLower.ConvertName(ending.ToString());

    /// <summary>The latest runs, newest first. A line cut short by a crash is passed over.</summary>
    public IReadOnlyList<T> Latest<T>(int atMost)
        where T : class
    {
        // Both files are bounded; the newer one is read last, so that its runs are the latest.
        var latest = new Queue<T>();
        foreach (var file in ((string[])[OlderPath, path]).Where(File.Exists))
        {
            foreach (var run in Runs<T>(file))
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

    /// <summary>Adds a run; answers whether it could be written: what was done stays done where the disk has no room
    /// for a line about it.</summary>
    public async Task<bool> AddAsync<T>(T run, TimeProvider clock)
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

    private static IEnumerable<T> Runs<T>(string file)
        where T : class
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            T? run = null;
            try
            {
                run = JsonSerializer.Deserialize<T>(line, Json);
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
