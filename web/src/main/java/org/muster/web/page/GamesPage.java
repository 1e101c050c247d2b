package org.muster.web.page;

import java.util.Optional;
import org.muster.input.Problem;
import org.muster.report.write.Html;
import org.muster.web.ask.GameAsked;
import org.muster.web.http.Query;
import org.muster.web.http.Reply;

/// Cooperative games: typed, pasted, solved.
public final class GamesPage {
    /// The glove game, for who has none at hand: a test solves it.
    static final String EXAMPLE = """
            {"kind": "tu", "players": ["left", "right one", "right two"],
             "v": {"left": 0, "right one": 0, "right two": 0, "left,right one": 1, "left,right two": 1,
                   "right one,right two": 0, "left,right one,right two": 1}}
            """;

    private GamesPage() {}

    /// The page with a form, and below it what was found.
    ///
    /// @param asked  the game; empty where none was asked about
    /// @param solved its answer
    public static Reply write(Optional<GameAsked> asked, Optional<GameAsked.Solved> solved) {
        Markup page = new Markup();
        page.element("h1", "Cooperative games");
        solved.ifPresent(found -> {
            page.open("section", "id", "solution");
            if (!found.problems().isEmpty()) {
                page.element("p", "The game cannot be read.", "class", "verdict refused", "role", "alert")
                        .open("ul", "class", "lines");
                found.problems().stream().map(Problem::sentence).forEach(line -> page.element("li", line));
                page.close("ul");
                page.element("p", "A game that can be read, of three players:")
                        .open("pre", "id", "example")
                        .raw(Html.text(EXAMPLE))
                        .close("pre");
            }
            found.texts()
                    .forEach(text -> page.open("div", "class", "wide")
                            .open("pre")
                            .raw(Html.text(text))
                            .close("pre")
                            .close("div"));
            page.close("section");
        });
        page.open("form", "method", "post", "action", "/games")
                .open("label", "for", "game")
                .text("A game, as JSON of any kind or as CSV (game_id,players,coalition,value)")
                .close("label")
                .open("textarea", "id", "game", "name", "game", "rows", "10", "spellcheck", "false", "required", "")
                .raw(Html.text(asked.map(GameAsked::text).orElse(EXAMPLE)))
                .close("textarea")
                .open("p", "class", "row")
                .open("label")
                .text("Concepts, by name with commas; all that fit where empty ")
                .open(
                        "input",
                        "name",
                        "concepts",
                        "value",
                        asked.map(a -> String.join(",", a.concepts())).orElse(""))
                .close("label")
                .raw(" ")
                .element("button", "Solve")
                .close("p")
                .close("form");
        page.element(
                "p",
                "Games of up to " + GameAsked.MOST_PLAYERS
                        + " players are solved here; larger ones by muster game solve. docs/games.md lists kinds of games"
                        + " and concepts.");
        Frame frame = Frame.plain("Cooperative games").under("/games", "Games");
        asked.flatMap(GameAsked::query).map(Query::text).ifPresent(query -> frame.form("/games.json" + query, "JSON"));
        return frame.command("muster game solve -").around(page);
    }
}
