namespace Analytics.Ingest.Import.Inbox;

/// <summary>Where an inbox takes from and what it leaves where.</summary>
/// <param name="Inbox">Files are dropped here.</param>
/// <param name="Quarantine">Refused rows go here.</param>
/// <param name="Temp">For what does not fit in memory, and the mark of who is taking.</param>
public sealed record InboxFolders(string Inbox, string Quarantine, string Temp)
{
    /// <summary>What was taken goes here, under its name and the moment it was written.</summary>
    public string Done => Path.Combine(Inbox, "done");
}
