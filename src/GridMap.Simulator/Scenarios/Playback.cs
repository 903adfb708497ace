namespace GridMap.Simulator.Scenarios;

/// <summary>Something to be reported.</summary>
public sealed record Report(string Code, Spot Spot, string Description);

/// <summary>What a scenario has come to: its phase, and what is reported in it.</summary>
public sealed class Playback(Scenario scenario, IReadOnlyDictionary<string, LocalityMap> places, Random random)
{
    /// <summary>The phase after some time; the last one goes on.</summary>
    public Phase PhaseAt(TimeSpan sinceStart)
    {
        var left = sinceStart.TotalMinutes;
        foreach (var phase in scenario.Phases)
        {
            left -= phase.Minutes;
            if (left < 0)
            {
                return phase;
            }
        }

        return scenario.Phases[^1];
    }

    /// <summary>What of the outbreaks is reported in so many seconds, as a Poisson process is.</summary>
    public IEnumerable<Report> Next(TimeSpan sinceStart, double seconds)
    {
        foreach (var outbreak in PhaseAt(sinceStart).Outbreaks)
        {
            for (var count = Poisson(outbreak.PerMinute / 60 * seconds); count > 0; count--)
            {
                yield return Draw(outbreak, sinceStart);
            }
        }
    }

    private Report Draw(Outbreak outbreak, TimeSpan sinceStart)
    {
        var spot = places[outbreak.At].Draw(sinceStart, random);
        var left = random.NextDouble() * outbreak.Incidents.Sum(one => one.Weight);
        var incident = outbreak.Incidents.FirstOrDefault(one => (left -= one.Weight) <= 0) ?? outbreak.Incidents[^1];
        var text = incident.Texts[random.Next(incident.Texts.Count)].Replace("{place}", spot.Street ?? "路边", StringComparison.Ordinal);
        return new Report(incident.Code, spot, text);
    }

    private int Poisson(double mean)
    {
        var (count, product) = (0, random.NextDouble());
        for (var limit = Math.Exp(-mean); product > limit && count < 1_000; count++)
        {
            product *= random.NextDouble();
        }

        return count;
    }
}
