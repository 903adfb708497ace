using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Platform.Live;

/// <summary>Removes changes that are too old or too many, and moves the floor in the same statement.</summary>
public static class PruneChanges
{
    /// <summary>Answers how many were removed.</summary>
    public static async Task<int> RunAsync(
        NpgsqlDataSource database, DateTimeOffset before, int keepAtMost, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Beside(typeof(PruneChanges)));
        command.Parameters.Add(new NpgsqlParameter<DateTime>("before", before.UtcDateTime));
        command.Parameters.Add(new NpgsqlParameter<int>("keep_at_most", keepAtMost));
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }
}
