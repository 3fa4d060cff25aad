using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Ingest.Demo;

/// <summary>An invented company (演示公司): a chain of eight stores that sells medicines and general goods, three years
/// up to the minute it is made in.</summary>
/// <remarks>The same options within the same minute give the same submissions, byte for byte. They come by business
/// time, as they would have been entered; memory does not grow with their number. Every name in it is made
/// up.</remarks>
public sealed class DemoCompany
{
    private const int BatchSize = 500;

    private readonly DemoOptions options;
    private readonly Life life;

    /// <exception cref="ArgumentOutOfRangeException">Lines outside <see cref="DemoOptions.FewestLines"/> to
    /// <see cref="DemoOptions.MostLines"/>.</exception>
    public DemoCompany(DemoOptions options, TimeProvider clock)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Lines, DemoOptions.FewestLines);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Lines, DemoOptions.MostLines);
        this.options = options;
        life = new Life(clock.GetUtcNow(), options.Day);
    }

    public DateOnly FirstDate => life.First;

    public DateOnly LastDate => life.Last;

    /// <summary>Masters, then documents by business time, in batches of some hundreds; made while they are
    /// read.</summary>
    public IEnumerable<IReadOnlyList<Submission>> Batches()
    {
        var chain = new Chain(options, life);
        return Opening.Masters(chain).Concat(new Trading(chain).Documents()).Chunk(BatchSize);
    }

    /// <summary>Posts the whole company into an empty book.</summary>
    /// <param name="post">The journal's posting of a batch.</param>
    /// <param name="progress">Told after each batch; may be null.</param>
    /// <param name="ct">Stops between two batches.</param>
    /// <exception cref="InvalidOperationException">The book refused something: it was not empty, or the company
    /// is wrong.</exception>
    public async Task<DemoSummary> PostAsync(
        Func<IReadOnlyList<Submission>, CancellationToken, Task<IReadOnlyList<PostResult>>> post,
        IProgress<DemoProgress>? progress,
        CancellationToken ct)
    {
        var summary = new DemoSummary(0, 0, 0, 0, 0, FirstDate, LastDate);
        foreach (var batch in Batches())
        {
            ct.ThrowIfCancellationRequested();
            var results = await post(batch, ct);
            for (var n = 0; n < batch.Count; n++)
            {
                Demand(batch[n], results[n]);
                summary = Count(summary, batch[n]);
            }

            progress?.Report(new DemoProgress(summary.SaleLines, options.Lines, summary.Documents, Reached(batch)));
        }

        return summary;
    }

    private static void Demand(Submission submission, PostResult result)
    {
        if (result is PostResult.Refused refused)
        {
            var what = submission is Document document ? document.DocumentNo : submission.ToString();
            throw new InvalidOperationException(
                $"the book refused {what} of the demo company: {refused.Refusal.English}");
        }
    }

    private static DemoSummary Count(DemoSummary sum, Submission submission) => submission switch
    {
        Document { Kind: DocumentKind.Sale } sale =>
            sum with { Documents = sum.Documents + 1, SaleLines = sum.SaleLines + sale.Lines.Count },
        Document { Kind: DocumentKind.SaleReturn } back =>
            sum with { Documents = sum.Documents + 1, ReturnLines = sum.ReturnLines + back.Lines.Count },
        Document { Kind: DocumentKind.OpeningStock or DocumentKind.PurchaseReceipt } receipt =>
            sum with { Documents = sum.Documents + 1, PurchaseLines = sum.PurchaseLines + receipt.Lines.Count },
        Document or Voucher or Termination => sum with { Documents = sum.Documents + 1 },
        Approval => sum,
        _ => sum with { Masters = sum.Masters + 1 },
    };

    private DateOnly Reached(IReadOnlyList<Submission> batch) =>
        batch.OfType<Document>().LastOrDefault() is { } last ? options.Day.Of(last.BusinessAt).Date : FirstDate;
}
