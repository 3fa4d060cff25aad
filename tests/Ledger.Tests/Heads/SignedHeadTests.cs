using System.Text.Json.Nodes;
using Analytics.Fixtures;
using Analytics.Ledger.Heads;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Heads;

public sealed class SignedHeadTests
{
    public static TheoryData<string> Fields =>
        ["book", "seq", "hash", "recorded_at", "signed_at", "key", "signature"];

    [Fact]
    public async Task A_signed_head_says_where_the_chain_ends_and_fits_its_key_also_after_a_file()
    {
        using var folder = new TempFolder();
        await using var book = await CreateAsync();

        var (head, key) = await SignAsync(book, folder);

        SignedHead.TryParse(head.ToText(), out var read).Should().BeTrue();
        read.Should().Be(head);
        head.Seq.Should().Be(book.Number("select seq from head"));
        head.Hash.Should().Be(book.Query("select hash from head", row => row.GetString(0)).Single());
        head.Book.Should().HaveLength(32);
        HeldHead.Of("x", read!).Against(head.Book, [key]).Should().BeNull();
        key.Dispose();
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_head_altered_in_any_field_is_refused(string field)
    {
        using var folder = new TempFolder();
        await using var book = await CreateAsync();
        var (head, key) = await SignAsync(book, folder);
        var json = JsonNode.Parse(head.ToText())!.AsObject();
        json[field] = field switch
        {
            "seq" => head.Seq + 1,
            "recorded_at" => head.RecordedAt.AddMilliseconds(1),
            "signed_at" => head.SignedAt.AddMilliseconds(-1),
            _ => Flip(json[field]!.GetValue<string>()),
        };

        SignedHead.TryParse(json.ToJsonString(), out var altered).Should().BeTrue();

        HeldHead.Of("x", altered!).Against(head.Book, [key]).Should().NotBeNull();
        key.Dispose();
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_head_without_one_of_its_fields_is_none(string field)
    {
        using var folder = new TempFolder();
        await using var book = await CreateAsync();
        var json = JsonNode.Parse((await SignAsync(book, folder)).Head.ToText())!.AsObject();
        json.Remove(field);

        SignedHead.TryParse(json.ToJsonString(), out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("12:ab")]
    [InlineData("{\"book\":null}")]
    public void What_is_no_head_is_none(string text) => SignedHead.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public async Task A_head_of_another_book_is_never_taken_for_one_of_this()
    {
        using var folder = new TempFolder();
        await using var book = await CreateAsync();
        await using var other = await CreateAsync();
        var (head, key) = await SignAsync(other, folder);
        await using var view = await book.Book.ReadAsync(default);

        view.BookId.Should().NotBe(head.Book);
        HeldHead.Of("x", head).Against(view.BookId, [key])!.What.Should().Contain("book");
        key.Dispose();
    }

    [Fact]
    public async Task A_head_signed_by_another_key_is_refused()
    {
        using var folder = new TempFolder();
        await using var book = await CreateAsync();
        var (head, key) = await SignAsync(book, folder);
        using var other = HeadKey.OpenOrCreate(folder.File("other.pem"));

        HeldHead.Of("x", head).Against(head.Book, [other])!.What.Should().Contain("key");
        HeldHead.Of("x", head with { Key = other.Id }).Against(head.Book, [other])!.What.Should().Contain("signature");
        key.Dispose();
    }

    [Fact]
    public void A_key_is_made_once_readable_by_its_owner_alone_and_its_public_half_signs_nothing()
    {
        using var folder = new TempFolder();
        var path = folder.File("keys", "head-signing.pem");
        using var key = HeadKey.OpenOrCreate(path);
        using var again = HeadKey.OpenOrCreate(path);
        File.WriteAllText(folder.File("public.pem"), key.PublicPem);
        using var half = HeadKey.OpenPublic(folder.File("public.pem"));

        again.Id.Should().Be(key.Id);
        half.Id.Should().Be(key.Id);
        half.HasSigned([1, 2], key.Sign([1, 2])).Should().BeTrue();
        half.HasSigned([1, 3], key.Sign([1, 2])).Should().BeFalse();
        half.Invoking(one => one.Sign([1])).Should().Throw<Exception>();
        File.ReadAllText(folder.File("public.pem")).Should().NotContain("PRIVATE");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")]
    public void A_file_that_holds_no_key_is_refused_in_one_line(string text)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("key.pem"), text);

        var opening = () => HeadKey.OpenOrCreate(folder.File("key.pem"));

        opening.Should().Throw<InvalidDataException>().Which.Message.Should().NotContain("\n");
    }

    [Fact]
    public async Task The_log_keeps_every_head_and_drops_a_line_that_was_cut_off()
    {
        using var folder = new TempFolder();
        await using var book = await CreateAsync();
        var first = (await SignAsync(book, folder)).Head;
        await File.AppendAllTextAsync(folder.File("heads.log"), first.ToLine()[..50]);
        await book.PostedAsync(Sale("D1", "2026-01-01", Line(1, 1)));
        var second = (await SignAsync(book, folder)).Head;

        var (heads, findings) = new HeadLog(folder.File("heads.log")).Read();

        heads.Should().Equal(first, second);
        findings.Should().BeEmpty();
        await File.WriteAllTextAsync(folder.File("heads.log"), "no head\n" + first.ToLine() + "\n");
        new HeadLog(folder.File("heads.log")).Read().Findings.Should().ContainSingle();
    }

    [Fact]
    public async Task The_latest_head_is_signed_once_an_entry_and_is_the_last_signed_one_where_the_key_is_out_of_reach()
    {
        using var folder = new TempFolder();
        await using var book = await CreateAsync();
        var log = new HeadLog(folder.File("heads.log"));
        var signer = new HeadSigner(folder.File("keys/key.pem"), log, TimeProvider.System);
        // No process, whoever runs it, makes a folder where a file lies.
        await File.WriteAllTextAsync(folder.File("nokeys"), "");
        var other = new HeadSigner(folder.File("nokeys/key.pem"), log, TimeProvider.System);
        var none = await LatestAsync(book, other);

        var first = await LatestAsync(book, signer);
        var again = await LatestAsync(book, signer);
        await book.PostedAsync(Sale("D1", "2026-01-01", Line(1, 1)));
        var behind = await LatestAsync(book, other);
        var second = await LatestAsync(book, signer);

        none.Should().BeNull();
        again.Should().Be(first);
        behind.Should().Be(first);
        second!.Seq.Should().Be(first!.Seq + 1);
        (await LatestAsync(book, other)).Should().Be(second);
        log.Read().Heads.Should().Equal(first, second);
        await using var stranger = await CreateAsync();
        (await LatestAsync(stranger, other)).Should().BeNull("these are heads of another book");
    }

    [Fact]
    public async Task A_head_waits_for_the_one_that_another_process_is_writing()
    {
        using var folder = new TempFolder();
        await using var book = await CreateAsync();
        var first = (await SignAsync(book, folder)).Head;
        Task<(SignedHead Head, HeadKey Key)> waiting;
        await using (new FileStream(folder.File("heads.log"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            waiting = Task.Run(() => SignAsync(book, folder));
            await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, default));
            waiting.IsCompleted.Should().BeFalse();
        }

        var second = (await waiting).Head;

        new HeadLog(folder.File("heads.log")).Read().Heads.Should().Equal(first, second);
    }

    [Fact]
    public async Task An_empty_book_has_no_head_and_the_first_entry_draws_its_id()
    {
        using var folder = new TempFolder();
        await using var book = await Book.OpenAsync(folder.File("ledger.db"), BusinessDay.Shanghai, default);
        await using var view = await book.ReadAsync(default);
        var signer = new HeadSigner(folder.File("key.pem"), new HeadLog(folder.File("heads.log")), TimeProvider.System);

        signer.Sign(view).Should().BeNull();
        view.BookId.Should().BeEmpty();
        File.Exists(folder.File("key.pem")).Should().BeFalse();
    }

    [Fact]
    public void A_verification_record_fits_its_signature_until_it_is_altered()
    {
        using var folder = new TempFolder();
        using var key = HeadKey.OpenOrCreate(folder.File("key.pem"));
        var record = new VerificationRecord(
            "b", 9, "h", 20, 1, 7, ["head.json: 7:ab"], 2, 1, ["chain 3: altered"], DateTimeOffset.UnixEpoch, "", "")
            .SignedBy(key);

        var read = VerificationRecord.Parse(record.ToText());

        key.HasSigned(read.Bytes(), read.Signature).Should().BeTrue();
        key.HasSigned((read with { FindingCount = 0 }).Bytes(), read.Signature).Should().BeFalse();
        key.HasSigned((read with { Findings = [] }).Bytes(), read.Signature).Should().BeFalse();
        key.HasSigned((read with { ProvenTo = 9 }).Bytes(), read.Signature).Should().BeFalse();
        key.HasSigned((read with { HeadsHeldElsewhere = [] }).Bytes(), read.Signature).Should().BeFalse();
    }

    private static async Task<(SignedHead Head, HeadKey Key)> SignAsync(TestBook book, TempFolder folder)
    {
        var signer = new HeadSigner(folder.File("key.pem"), new HeadLog(folder.File("heads.log")), TimeProvider.System);
        await using var view = await book.Book.ReadAsync(default);
        return (signer.Sign(view)!, HeadKey.OpenPublic(folder.File("key.pem")));
    }

    private static async Task<SignedHead?> LatestAsync(TestBook book, HeadSigner signer)
    {
        await using var view = await book.Book.ReadAsync(default);
        return signer.Latest(view);
    }

    private static string Flip(string text) => (text[0] == 'M' ? 'N' : text[0] == '0' ? '1' : '0') + text[1..];
}
