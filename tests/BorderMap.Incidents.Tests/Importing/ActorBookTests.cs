using BorderMap.Incidents.Importing;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Tests.Importing;

public class ActorBookTests
{
    [Theory]
    [InlineData("ttp", "ttp")]
    [InlineData("T.T.P.", "t-t-p")]
    [InlineData("tehrik i taliban pakistan", "ttp")]
    [InlineData("Lashkar-e-Islam", "lashkar-e-islam")]
    [InlineData("د افغانستان اردو", null)]
    public void Finds_by_id_name_and_alias_and_else_makes_a_slug(string words, string? id)
    {
        var (found, made) = new ActorBook(Files.Known).Find(words);
        Assert.True(Ids.IsActor(found), found);
        if (id is not null)
            Assert.Equal(id, found);
        Assert.Equal(found != "ttp", made is not null);
    }

    [Fact]
    public void The_same_name_is_the_same_actor_and_made_once()
    {
        var book = new ActorBook([]);
        var (first, made) = book.Find("Some Group");
        Assert.NotNull(made);
        Assert.Equal((first, null), book.Find("some group"));
    }

    [Fact]
    public void A_name_of_two_actors_is_nobodys()
    {
        var (id, made) = new ActorBook([new Actor { Id = "a", Name = "Front" }, new Actor { Id = "b", Name = "Front" }]).Find("Front");
        Assert.False(id is "a" or "b", id);
        Assert.NotNull(made);
    }

    [Fact]
    public void A_slug_that_another_name_has_is_not_taken() =>
        Assert.NotEqual("some-group", new ActorBook([new Actor { Id = "some-group", Name = "Quite another" }]).Find("Some Group").Id);
}
