using GridMap.Districts.Demo;

namespace GridMap.Districts.Tests.Demo;

public sealed class DemoDistrictTests(SmallDistricts districts) : IClassFixture<SmallDistricts>
{
    [Fact]
    public void The_same_seed_draws_the_same_bytes_again() =>
        Assert.Equal(districts.Seven.Digest(), DemoDistrict.Draw(DemoScale.Small, 7).Digest());

    [Fact]
    public void The_drawing_of_seed_7_has_not_moved_since_it_was_pinned() =>
        Assert.Equal("EC744A748D7DC4B1E670FDF566308318", districts.Seven.Digest());

    [Fact]
    public void Another_seed_draws_another_district() =>
        Assert.NotEqual(districts.Seven.Digest(), districts.Eight.Digest());

    [Fact]
    public void It_says_that_it_is_synthetic_and_where_it_pretends_to_be()
    {
        var place = districts.Seven.Place;
        Assert.True(place.Synthetic);
        Assert.Equal(("demo", "small", 7L, "Asia/Shanghai"), (place.Source, place.Scale, place.Seed, place.TimeZone));
    }

    [Fact]
    public void Progress_only_rises()
    {
        List<double> reported = [];
        DemoDistrict.Draw(DemoScale.Small, 7, new Listener(step => reported.Add(step.Fraction)));
        Assert.NotEmpty(reported);
        Assert.Equal(reported.Order(), reported);
    }

    private sealed class Listener(Action<DrawingProgress> hear) : IProgress<DrawingProgress>
    {
        public void Report(DrawingProgress value) => hear(value);
    }
}
