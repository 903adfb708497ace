using Microsoft.Extensions.Logging;

namespace GridMap.GraphQL.Execution;

/// <summary>What clients are not told goes here.</summary>
internal sealed partial class ErrorLog(ILogger logger)
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Resolving {Path} threw")]
    public partial void Unexpected(Exception exception, string path);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "A callback of a resolver threw after nobody awaited it")]
    public partial void Stray(Exception exception);
}
