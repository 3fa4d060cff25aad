namespace Analytics.Star;

/// <summary>An annex of a generation: one table that is computed from a generation instead of loaded from the book, in
/// an immutable file of its own beside the base.</summary>
/// <param name="Table">The table in it.</param>
/// <param name="File">File name, beside the manifest.</param>
/// <param name="Rows">In the table.</param>
/// <param name="FromGeneration">The generation it was computed from; the base it stands beside may be newer.</param>
/// <param name="MadeAt">When it was begun to be written.</param>
/// <param name="Definition">Digest of the table's definition: an annex of another definition is not carried on.</param>
public sealed record AnnexFile(
    string Table, string File, long Rows, string FromGeneration, DateTimeOffset MadeAt, string Definition);
