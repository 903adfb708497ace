using Npgsql;
using NpgsqlTypes;

namespace GridMap.Districts.Dictionaries;

/// <summary>Writes the dictionaries of `data/` into the database; a second run changes nothing.</summary>
public static class WriteDictionaries
{
    private static readonly string[] Documents = ["incident-classes", "deadline-rules", "working-calendar", "services", "facility-kinds"];

    public static async Task RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Statement(), connection);
        foreach (var document in Documents)
        {
            command.Parameters.Add(new NpgsqlParameter(document.Replace('-', '_'), NpgsqlDbType.Jsonb) { Value = DistrictDictionaries.Text(document) });
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Statement()
    {
        using var stream = typeof(WriteDictionaries).Assembly.GetManifestResourceStream("Dictionaries/WriteDictionaries.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
