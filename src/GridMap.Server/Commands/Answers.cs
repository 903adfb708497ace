using GridMap.Core;

namespace GridMap.Server.Commands;

/// <summary>How a command speaks: results to standard output, refusals with their remedy to standard error and exit code 1.</summary>
internal static class Answers
{
    public static void Say(string line) => Console.Out.WriteLine(line);

    public static int Refuse(Refusal refusal)
    {
        Console.Error.WriteLine($"{refusal.Code}\n  {refusal.RemedyChinese}\n  {refusal.Remedy}");
        return 1;
    }
}
