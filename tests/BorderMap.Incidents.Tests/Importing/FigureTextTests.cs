using BorderMap.Incidents.Importing;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Tests.Importing;

public class FigureTextTests
{
    [Theory]
    [InlineData("5", 5, 5)]
    [InlineData("0", 0, 0)]
    [InlineData("5-7", 5, 7)]
    [InlineData("5 – 7", 5, 7)]
    [InlineData("5+", 5, null)]
    public void Reads_a_number_of_people(string text, int min, int? max) => Assert.Equal(new Figure(min, max), FigureText.Read(text));

    [Theory]
    [InlineData("five")]
    [InlineData("-5")]
    [InlineData("5,000")]
    [InlineData("5.5")]
    [InlineData("99999999999")]
    [InlineData("~5")]
    public void What_is_no_number_of_people_is_not_guessed(string text) => Assert.Null(FigureText.Read(text));

    [Theory]
    [InlineData(5, 5)]
    [InlineData(5, 9)]
    [InlineData(5, null)]
    public void What_is_written_is_read_back(int min, int? max) => Assert.Equal(new Figure(min, max), FigureText.Read(FigureText.Write(new(min, max))));
}
