namespace Analytics.Star;

/// <summary>Whether a store may stand in a comparison of two windows (可比店).</summary>
/// <param name="StoreId">The store, whatever its versions.</param>
/// <param name="StoreCode">Its code as it is now.</param>
/// <param name="Days">Days of the window that have come.</param>
/// <param name="TradingDays">Those with sales.</param>
/// <param name="IsComparable">It opened on or before the first day of the base, and did not trade on at most a tenth of
/// the days of either window; or as the company says of it (可比店标记).</param>
/// <param name="IsNew">It opened after the base began.</param>
public sealed record ComparableStore(
    long StoreId, string StoreCode, long Days, long TradingDays, bool IsComparable, bool IsNew)
{
    /// <summary>Days of the base that have come.</summary>
    public required long BaseDays { get; init; }

    /// <summary>Days of the base with sales.</summary>
    public required long BaseTradingDays { get; init; }

    /// <summary>Its last day came by the last of the window (闭店).</summary>
    public required bool IsClosed { get; init; }

    /// <summary>Every store of a generation, by its code.</summary>
    /// <param name="lease">On the generation.</param>
    /// <param name="window">The current range, both ends in.</param>
    /// <param name="given">The base range.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<IReadOnlyList<ComparableStore>> ReadAsync(
        StarLease lease, (DateOnly From, DateOnly To) window, (DateOnly From, DateOnly To) given, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(lease);
        await using var command = lease.Connection.CreateCommand();
        command.CommandText = StarSchema.Files.Read("statements/comparable_stores.sql")
            .Replace("from star.", $"from {lease.Schema}.", StringComparison.Ordinal);
        Bind("from_date", window.From);
        Bind("to_date", window.To);
        Bind("base_from_date", given.From);
        Bind("base_to_date", given.To);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var stores = new List<ComparableStore>();
        while (await reader.ReadAsync(ct))
        {
            stores.Add(new ComparableStore(
                reader.GetInt64(0),
                reader.GetString(1),
                reader.GetInt64(2),
                reader.GetInt64(3),
                reader.GetBoolean(6),
                reader.GetBoolean(7))
            {
                BaseDays = reader.GetInt64(4), BaseTradingDays = reader.GetInt64(5),
                IsClosed = reader.GetBoolean(8),
            });
        }

        return stores;

        void Bind(string name, DateOnly date)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, date);
            command.Parameters.Add(parameter);
        }
    }
}
