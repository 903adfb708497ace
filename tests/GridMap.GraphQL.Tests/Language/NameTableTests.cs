using System.Globalization;
using System.Text;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Language;

public sealed class NameTableTests
{
    [Fact]
    public void Ten_thousand_names_are_each_one_string()
    {
        var table = new NameTable();
        var names = Enumerable.Range(0, 10_000).Select(number => Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture))).ToList();
        var first = names.ConvertAll(name => table[name]);
        Assert.Equal(names.Select(Encoding.ASCII.GetString), first);
        Assert.All(names.Zip(first), pair => Assert.Same(pair.Second, table[pair.First]));
    }
}
