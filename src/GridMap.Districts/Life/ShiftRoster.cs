namespace GridMap.Districts.Life;

/// <summary>
/// A roster in which each cell (one shift of one start) takes patrols, each for some days in a row, until every day of its week is filled
/// equally: the number on duty never wavers when shifts change.
/// </summary>
public sealed class ShiftRoster(PatrolRules rules)
{
    private const int DaysPerWeek = 7;

    private const int MostShiftsPerWeek = 6;

    public IEnumerable<ShiftRow> Fill(IReadOnlyList<PatrolRow> patrols, int onDuty, Chance chance)
    {
        var order = patrols.ToArray();
        chance.Shuffle(order);
        var cells = rules.ShiftStarts.Count * rules.ShiftsPerDay;
        var next = 0;
        var owed = (double)onDuty * rules.ShiftsPerDay * DaysPerWeek / patrols.Sum(Wanted);
        for (var cell = 0; cell < cells; cell++)
        {
            var perDay = onDuty / rules.ShiftStarts.Count + (cell % rules.ShiftStarts.Count < onDuty % rules.ShiftStarts.Count ? 1 : 0);
            var left = perDay * DaysPerWeek;
            var day = 0;
            var last = (int)Math.Round((double)patrols.Count * (cell + 1) / cells);
            while (next < last)
            {
                var patrol = order[next++];
                var fair = (int)Math.Round(Wanted(patrol) * owed + chance.Share() - 0.5);
                var waiting = last - next;
                var days = Math.Clamp(Math.Clamp(fair, left - waiting * MostShiftsPerWeek, left - waiting), 0, Math.Min(left, MostShiftsPerWeek));
                if (days > 0)
                    yield return Shift(patrol, cell, day, days);

                day = (day + days) % DaysPerWeek;
                left -= days;
            }
        }
    }

    private int Wanted(PatrolRow patrol) => rules.Employment.First(rule => rule.Code == patrol.Employment).ShiftsPerWeek;

    private ShiftRow Shift(PatrolRow patrol, int cell, int firstDay, int days)
    {
        var startsAt = rules.ShiftStarts[cell % rules.ShiftStarts.Count].AddHours(cell / rules.ShiftStarts.Count * rules.ShiftHours);
        short[] weekdays = [.. Enumerable.Range(firstDay, days).Select(day => (short)(day % DaysPerWeek + 1)).Order()];
        return new ShiftRow(patrol.Id, weekdays, startsAt, startsAt.AddHours(rules.ShiftHours));
    }
}
