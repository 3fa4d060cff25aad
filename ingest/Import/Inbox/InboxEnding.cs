namespace Analytics.Ingest.Import.Inbox;

/// <summary>What became of a file in the inbox.</summary>
public enum InboxEnding
{
    /// <summary>Read to its end; every document is in the book.</summary>
    Taken,

    /// <summary>Read to its end; the rows of some documents are in quarantine.</summary>
    TakenInPart,

    /// <summary>Left in the inbox: it cannot be read, or nothing says what its columns mean.</summary>
    Left,

    /// <summary>Left in the inbox: it is still being written.</summary>
    Growing,
}
