using Analytics.Dashboard.Access;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Api.Description;
using Analytics.Dashboard.Api.Json;
using Analytics.Dashboard.Api.Problems;
using Analytics.Dashboard.Home;
using Analytics.Dashboard.Live;
using Analytics.Dashboard.Posted;
using Analytics.Dashboard.Questions;
using Analytics.Dashboard.Tables;
using Analytics.Dashboard.Web;
using Analytics.Reports;
using Analytics.Reports.Explore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Analytics.Dashboard;

/// <summary>The web face of a data folder: pages, HTTP API, health. The one way in for who serves it.</summary>
public static class DashboardHost
{
    /// <summary>Builds the application; the caller starts and stops it. Nothing is read from the environment, so that a
    /// server does what its options say and nothing else.</summary>
    public static WebApplication Create(DashboardOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(DashboardHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Forms are small; the endpoints of the posting API say for themselves how much more they take.
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        });
        if (options.Urls.Any(url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase)))
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.WebHost.UseUrls([.. options.Urls]);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Its one line is the exception that StartAsync throws; the caller says it better.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        // It warns that the keys are not encrypted; the folder's rights protect them, as they protect the book beside
        // it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        AddServices(builder.Services, options);
        var app = builder.Build();
        Map(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, DashboardOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Folder);
        services.AddSingleton(options.Readers);
        services.AddSingleton(options.Catalog);
        services.AddSingleton(options.Glossary);
        services.AddSingleton(options.Workspace);
        services.AddSingleton(options.Clock);
        services.AddSingleton(new ReportRunner(
            options.Readers, options.Catalog, options.Glossary, options.Clock, options.Zone));
        services.AddSingleton(MeasureCatalog.Load(options.Glossary));
        services.AddSingleton<Explorer>();
        services.AddSingleton(Texts.Load());
        services.AddSingleton(Assets.Load());
        services.AddSingleton<Frames>();
        services.AddSingleton<HomeLoad>();
        services.AddSingleton<ReportAnswers>();
        services.AddSingleton<QuestionLoad>();
        services.AddSingleton<LiveAnswers>();
        services.AddSingleton<PasswordCheck>();
        services.AddSingleton<SubmissionDesk>();
        services.AddSingleton<AttachmentStore>();
        services.AddRouting();
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(json => ApiJson.Apply(json.SerializerOptions));
        services.AddApiDescription();
        services.AddRazorComponents();
        services.AddAccess();
        services.AddDataProtection()
            .SetApplicationName("analytics")
            .PersistKeysToFileSystem(PrivateFolder(options.KeysFolder));
        services.AddResponseCompression(compression => compression.EnableForHttps = false);
    }

    private static void Map(WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ErrorPages.FaultAsync });
        app.UseStatusCodePages(ErrorPages.StatusAsync);
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapAssets();
        app.MapHealth();
        app.MapSignIn();
        app.MapLanguage();
        app.MapReports();
        app.MapConfigs();
        app.MapQuestions();
        app.MapLive();
        app.MapDocuments();
        app.MapListings();
        app.MapTables();
        app.MapTablePages();
        app.MapDocumentPages();
        app.MapAttachments();
        app.MapProblems();
        app.MapApiDescription();
        app.MapHome();
        app.MapFallback(ErrorPages.NotFound);
    }

    /// <summary>Who holds the keys can make himself any session, so nobody but the owner of the folder may read
    /// them.</summary>
    private static DirectoryInfo PrivateFolder(string path)
    {
        var folder = Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        return folder;
    }
}
