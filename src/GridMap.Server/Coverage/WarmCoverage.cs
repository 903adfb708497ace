using Npgsql;

namespace GridMap.Server.Coverage;

/// <summary>Answers a question when the server has started, so that whoever asks first does not wait until the network is in memory.</summary>
public sealed partial class WarmCoverage(AnswerCoverage answer, CoverageOptions options, IHostApplicationLifetime life, ILogger<WarmCoverage> logger) : BackgroundService
{
    private static readonly CoverageInput Question = new(
        Kind: null, Service: null, Minutes: 15, Meters: null, At: null, AsOf: null, CoveragePopulation.Households, Within: null, Changes: null);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.ReadsAtStart)
        {
            return;
        }

        try
        {
            await Task.Delay(Timeout.Infinite, life.ApplicationStarted).WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stoppingToken.ThrowIfCancellationRequested();
            var answered = await answer.RunAsync(Question, stoppingToken);
            if (!answered.IsRefused)
            {
                _ = (answered.Value.AllGaps, answered.Value.AllCommunities, answered.Value.Catchments, answered.Value.Buildings);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends before it was of use.
        }
        catch (NpgsqlException fault)
        {
            LogUnread(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Coverage could not be read yet; whoever asks for it first waits.")]
    private partial void LogUnread(Exception fault);
}
