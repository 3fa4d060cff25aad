namespace Analytics.Ingest.Import.Expressions;

/// <summary>Where a column's cells stand: part 0 is the file itself, part n the nth related file.</summary>
internal readonly record struct ColumnPlace(int Part, int Index);
