package org.muster.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.input.Counted;
import org.muster.input.Problem;
import org.muster.report.write.Html;
import org.muster.web.http.Query;
import org.muster.web.http.Reply;
import org.muster.web.shelf.Held;

/// What all pages of the room have around them: where one is, what is to be known of the folder, and below, the same
/// answer in other forms and as a command.
final class Frame {
    private static final int MOST_CHANGED = 3;

    /// A link by its words.
    record Link(String address, String text) {}

    private final String title;
    private final Optional<Held> held;
    private final List<Link> trail = new ArrayList<>();
    private final List<Link> forms = new ArrayList<>();
    private final List<String> scripts = new ArrayList<>(List.of("room.js"));
    private final List<String> styles = new ArrayList<>(List.of("page.css", "room.css"));
    private String command = "";

    private Frame(String title, Optional<Held> held) {
        this.title = title;
        this.held = held;
    }

    /// Around a page that is about no folder.
    static Frame plain(String title) {
        return new Frame(title, Optional.empty());
    }

    /// Around a page about a folder.
    static Frame of(Held held, String title) {
        return new Frame(title, Optional.of(held));
    }

    /// A step on the way here from the alliance.
    Frame under(String address, String text) {
        trail.add(new Link(address, text));
        return this;
    }

    /// The same answer in another form.
    Frame form(String address, String text) {
        forms.add(new Link(address, text));
        return this;
    }

    /// The command that gives the same answer in a terminal.
    Frame command(String words) {
        command = words;
        return this;
    }

    /// A script that the page needs beside the room's own.
    Frame script(String name) {
        scripts.add(name);
        return this;
    }

    /// A style that the page needs beside the room's own.
    Frame style(String name) {
        styles.add(name);
        return this;
    }

    /// The page.
    Reply around(Markup body) {
        Markup page = new Markup()
                .raw(Html.servedHead(
                        title, styles.stream().map(name -> "/assets/" + name).toArray(String[]::new)));
        page.open("a", "class", "skip", "href", "#main").text("To the answer").close("a");
        page.open("header", "class", "top").open("nav", "aria-label", "Where you are", "class", "trail");
        page.link("/", "Muster");
        held.ifPresent(folder ->
                page.raw(" \u203a ").link(address(folder), folder.alliance().title()));
        trail.forEach(step -> page.raw(" \u203a ").link(step.address(), step.text()));
        page.close("nav");
        rooms(page);
        page.close("header").open("main", "id", "main");
        held.ifPresent(folder -> notices(page, folder));
        page.raw(body.toString());
        foot(page);
        page.close("main");
        scripts.forEach(name ->
                page.open("script", "src", "/assets/" + name, "defer", "").close("script"));
        return Reply.html(page.raw("</body></html>\n").toString());
    }

    /// The same body as a page that needs nothing from the room: to keep, to send, to print.
    Reply alone(Markup body) {
        Markup page = new Markup()
                .raw(Html.head(title, Html.resource(Frame.class, "/org/muster/web/room.css")))
                .raw(body.toString());
        page.open("footer", "class", "foot");
        if (!command.isEmpty()) {
            page.open("p").text("In a terminal: ").element("code", command).close("p");
        }
        held.ifPresent(folder -> read(page, folder));
        return Reply.page(page.close("footer").raw(Html.foot()).toString());
    }

    private static void read(Markup page, Held folder) {
        page.element(
                "p",
                folder.folder() + ", read on " + folder.readAt().toLocalDate() + " at "
                        + folder.readAt().toLocalTime() + "; Muster 0.1.0.");
    }

    private void rooms(Markup page) {
        page.open("nav", "aria-label", "Pages", "class", "rooms");
        held.ifPresent(folder -> {
            String at = address(folder);
            page.link(at, "Missions").raw(" ").link(at + "/members", "Members");
            page.raw(" ").link(at + "/pools", "Pools").raw(" ").link(at + "/tables", "Tables");
            if (!folder.alliance().pledges().isEmpty()) {
                page.raw(" ").link(at + "/pledge", "Pledge");
            }
            if (Burdens.years(folder.alliance()).isPresent()) {
                page.raw(" ").link(at + "/burden", "Burden");
            }
            if (!folder.alliance().investments().plans().isEmpty()) {
                page.raw(" ").link(at + "/invest", "Invest");
            }
            if (folder.alliance().lab().futures().isPresent()) {
                page.raw(" ").link(at + "/lab", "Lab");
            }
            page.raw(" ");
        });
        page.link("/games", "Games").close("nav");
    }

    private static void notices(Markup page, Held folder) {
        page.open(
                        "div",
                        "id",
                        "folder",
                        "data-state",
                        address(folder) + "/state.json",
                        "data-revision",
                        String.valueOf(folder.revision()))
                .close("div");
        if (folder.isBroken()) {
            List<Problem> problems = folder.reading().problems();
            page.open("div", "class", "notice broken", "role", "alert")
                    .element("strong", "The folder is broken: " + Counted.of(problems.size(), "problems") + ". ")
                    .text("What you see is the last good answer, from before "
                            + folder.readAt().toLocalTime() + ". ")
                    .link(address(folder) + "/problems", "What is wrong, and what would be right")
                    .close("div");
        } else if (folder.revision() > 1) {
            List<String> changed = folder.changed();
            page.open("div", "class", "notice", "role", "status")
                    .text("The folder has changed on disk and was read again at "
                            + folder.readAt().toLocalTime() + ": "
                            + String.join(", ", changed.subList(0, Math.min(MOST_CHANGED, changed.size())))
                            + (changed.size() > MOST_CHANGED ? " and " + (changed.size() - MOST_CHANGED) + " more" : "")
                            + ".")
                    .close("div");
        }
    }

    private void foot(Markup page) {
        page.open("footer", "class", "foot");
        if (!forms.isEmpty()) {
            page.open("p").text("The same answer as ");
            for (int at = 0; at < forms.size(); at++) {
                page.raw(at == 0 ? "" : ", ")
                        .link(forms.get(at).address(), forms.get(at).text());
            }
            page.text(".").close("p");
        }
        if (!command.isEmpty()) {
            page.open("p").text("In a terminal: ").element("code", command).close("p");
        }
        held.ifPresent(folder -> read(page, folder));
        page.close("footer");
    }

    /// The address of an alliance's page.
    static String address(Held held) {
        return "/a/" + Query.encoded(held.id());
    }

    /// The folder as it is written in a command.
    static String folder(Held held) {
        return held.folder().matches("[A-Za-z0-9._/-]+")
                ? held.folder()
                : "'" + held.folder().replace("'", "'\\''") + "'";
    }
}
