using GridMap.Core;
using GridMap.Districts;
using GridMap.Districts.Division;
using GridMap.Districts.Land;
using GridMap.Districts.Life;
using GridMap.Districts.Network;
using GridMap.Districts.Writing;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using GridMap.Server.Boundaries;
using GridMap.Server.Patrols;
using Npgsql;

namespace GridMap.Server.Commands;

/// <summary>What to do with a district that is already there.</summary>
internal enum WhenPresent
{
    Refuse,
    Keep,
    Replace,
}

/// <summary>From a draft to a district in the database, whatever drew the draft: migrate, draw, divide, write in one transaction.</summary>
internal static class MakeDistrict
{
    // Areas hold from before the oldest history that is written with a district.
    private const int HistoryDays = 400;

    /// <summary>Further parts of a district, written in the same transaction.</summary>
    private static readonly IReadOnlyList<DistrictChapter> Chapters = WriteLife.Chapters(TimeProvider.System);

    private static readonly Refusal Present = new(
        "DISTRICT_EXISTS",
        "This database already holds a district: add --fresh to replace it completely, or use another database.",
        "数据库中已有辖区数据：如需整体替换请加 --fresh，或改用其他数据库。");

    private static readonly Refusal DiskFull = new(
        "DISK_FULL",
        "The disk of the database is full: free space and run the command again. The database is as it was.",
        "数据库所在磁盘空间不足：请清理后重试。数据库保持原样。");

    private static readonly Refusal Cancelled = new(
        "CANCELLED", "Stopped before the end. The database is as it was.", "已中途停止。数据库保持原样。");

    public static async Task<int> RunAsync(
        Func<string, ProgressLine, CancellationToken, Task<Result<DistrictDraft>>> drawAsync, WhenPresent whenPresent, CancellationToken cancellationToken)
    {
        var database = await DatabaseLease.TakeAsync(cancellationToken);
        if (database.Refusal is { } unavailable)
        {
            return Answers.Refuse(unavailable);
        }

        await using var lease = database.Value;
        var migrated = await new GridMap.Database.Migrator(lease.ConnectionString).RunAsync(cancellationToken);
        if (migrated.Refusal is { } unfit)
        {
            return Answers.Refuse(unfit);
        }

        await using var dataSource = DatabaseSetup.Open(lease.ConnectionString);
        if (whenPresent is not WhenPresent.Replace && await IsPresentAsync(dataSource, cancellationToken))
        {
            return whenPresent is WhenPresent.Keep ? 0 : Answers.Refuse(Present);
        }

        var progress = new ProgressLine();
        var refusal = await DrawAndWriteAsync(token => drawAsync(lease.ConnectionString, progress, token), dataSource, whenPresent, progress, cancellationToken);
        progress.Finish();
        return refusal is null ? 0 : Answers.Refuse(refusal);
    }

    private static async Task<Refusal?> DrawAndWriteAsync(
        Func<CancellationToken, Task<Result<DistrictDraft>>> drawAsync, NpgsqlDataSource dataSource, WhenPresent whenPresent, ProgressLine progress,
        CancellationToken cancellationToken)
    {
        try
        {
            var draft = await drawAsync(cancellationToken);
            return draft.Refusal ?? await WriteAsync(dataSource, draft.Value, whenPresent, progress, cancellationToken);
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.DiskFull)
        {
            return DiskFull;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Cancelled;
        }
    }

    private static async Task<Refusal?> WriteAsync(
        NpgsqlDataSource dataSource, DistrictDraft draft, WhenPresent whenPresent, ProgressLine progress, CancellationToken cancellationToken)
    {
        var book = LoadBoundaryRules.Run(CommandSettings.BoundaryRulesFile);
        if (book.Refusal is { } unreadable)
        {
            return unreadable;
        }

        var rules = new DivisionRules { GridCount = DivisionRules.GridCountOf(draft.Place.Scale), Standard = DivisionRules.StandardOf(book.Value.Rules) };
        var divided = await Task.Run(
            () => DivideDistrict.Run(draft, new LandRules(), rules, new WalkingRules(), progress, cancellationToken), cancellationToken);
        var validFrom = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(-HistoryDays), TimeSpan.Zero);
        var written = await new DistrictWriter(dataSource, Chapters).RunAsync(
            divided, replace: whenPresent is WhenPresent.Replace, validFrom, progress, cancellationToken);
        return written.Refusal ?? await AddDemoAccountsAsync(dataSource, cancellationToken);
    }

    private static async Task<Refusal?> AddDemoAccountsAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        using var passwords = new Passwords();
        var accounts = new DemoAccounts(dataSource, new AddAccount(dataSource, passwords, TimeProvider.System));
        if ((await accounts.RunAsync(withRandomPasswords: false, cancellationToken)).Refusal is { } refusal)
        {
            return refusal;
        }

        await new LinkAccount(dataSource, TimeProvider.System).RunForDemoAsync(cancellationToken);
        return null;
    }

    private static async Task<bool> IsPresentAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand("SELECT EXISTS (SELECT FROM place)");
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
