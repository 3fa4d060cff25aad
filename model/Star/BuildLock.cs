using System.Globalization;

namespace Analytics.Star;

/// <summary>The right to write in a star folder: <c>build.lock</c> held open by one process at a time. The system lets
/// go of it when the process ends, however it ends.</summary>
/// <remarks>Who holds it stands in <c>build.by</c>, because nobody else can read a file that is held.</remarks>
internal sealed class BuildLock : IDisposable
{
    private readonly FileStream file;
    private readonly string holderPath;

    private BuildLock(FileStream file, string holderPath)
    {
        this.file = file;
        this.holderPath = holderPath;
    }

    /// <exception cref="StarException">Someone else is building.</exception>
    public static BuildLock Take(string folder, DateTimeOffset now)
    {
        var holderPath = Path.Combine(folder, "build.by");
        FileStream file;
        try
        {
            file = new FileStream(
                Path.Combine(folder, "build.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StarException(
                $"Another snapshot is being built in {folder}{Holder(holderPath)}; wait for it to end.", e);
        }

        File.WriteAllText(holderPath, string.Create(
            CultureInfo.InvariantCulture,
            $"process {Environment.ProcessId} on {Environment.MachineName} since {now.UtcDateTime:u}"));
        return new BuildLock(file, holderPath);
    }

    public void Dispose()
    {
        File.Delete(holderPath);
        file.Dispose();
    }

    private static string Holder(string holderPath)
    {
        try
        {
            return $" by {File.ReadAllText(holderPath)}";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
