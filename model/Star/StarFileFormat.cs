namespace Analytics.Star;

/// <summary>The form of exported files; its name in small letters ends the files' names.</summary>
public enum StarFileFormat
{
    /// <summary>Compressed, read by every engine of a lake.</summary>
    Parquet,

    /// <summary>The file format of Arrow IPC: mapped into memory and read without decoding.</summary>
    Arrow,
}
