using Microsoft.Data.Sqlite;

namespace Analytics.Workspace.Tests;

public sealed class WorkspaceDbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workspace-").FullName;

    private string FilePath => Path.Combine(folder, "workspace.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_was_kept_is_there_after_opening_again()
    {
        await using (var first = await OpenAsync())
        {
            await first.Accounts.CreateAsync(new NewAccount("owner", "hash", Role.Regulator), default);
        }

        await using var second = await OpenAsync();

        (await second.Accounts.FindAsync("owner", default))!.Role.Should().Be(Role.Regulator);
    }

    [Fact]
    public async Task A_file_of_another_kind_is_refused_in_one_line()
    {
        await File.WriteAllTextAsync(FilePath, new string('x', 8192));

        var opening = () => OpenAsync();

        (await opening.Should().ThrowAsync<InvalidDataException>())
            .Which.Message.Should().Contain(FilePath).And.Contain("not a workspace").And.NotContain("\n");
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_and_left_alone()
    {
        await (await OpenAsync()).DisposeAsync();
        await using (var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = await File.ReadAllTextAsync(Sql("newer_version.sql"));
            await command.ExecuteNonQueryAsync();
        }

        var opening = () => OpenAsync();

        (await opening.Should().ThrowAsync<InvalidDataException>()).Which.Message.Should().Contain("newer version");
    }

    private static string Sql(string name) => Path.Combine(AppContext.BaseDirectory, name);

    private Task<WorkspaceDb> OpenAsync() => WorkspaceDb.OpenAsync(FilePath, TimeProvider.System, default);
}
