using System.Globalization;
using System.Text;

namespace Analytics.Star;

/// <summary>The right to write in a star folder: <c>build.lock</c> held open by one process at a time. The system lets go
/// of it when the process ends, however it ends.</summary>
internal sealed class BuildLock : IDisposable
{
    private readonly FileStream file;

    private BuildLock(FileStream file) => this.file = file;

    /// <exception cref="StarException">Someone else is building.</exception>
    public static BuildLock Take(string folder, DateTimeOffset now)
    {
        var path = Path.Combine(folder, "build.lock");
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StarException(
                $"Another snapshot is being built in {folder}{Holder(path)}; wait for it to end.", e);
        }

        var holder = string.Create(
            CultureInfo.InvariantCulture,
            $"process {Environment.ProcessId} on {Environment.MachineName} since {now.UtcDateTime:u}");
        file.SetLength(0);
        file.Write(Encoding.UTF8.GetBytes(holder));
        file.Flush();
        return new BuildLock(file);
    }

    public void Dispose() => file.Dispose();

    private static string Holder(string path)
    {
        try
        {
            // Shares everything: this asks for no lock of its own, so it reads beside the holder.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream);
            return $" by {reader.ReadToEnd()}";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
