package org.muster.web.page;

import org.muster.web.http.Fault;
import org.muster.web.http.Faults;
import org.muster.web.http.Reply;

/// What went wrong, for people.
public final class FaultPage {
    private FaultPage() {}

    /// The page.
    public static Reply write(Fault fault) {
        Markup page = new Markup();
        page.element("h1", "This cannot be answered")
                .element("p", fault.sentence(), "class", "verdict refused", "role", "alert");
        if (!fault.findings().isEmpty()) {
            page.open("ul", "class", "lines");
            fault.findings().forEach(line -> page.element("li", line));
            page.close("ul");
        }
        page.open("p").link("/", "To what is served").close("p");
        page.element("p", fault.code().status() + " " + fault.code().word(), "class", "where");
        Reply reply = Frame.plain("This cannot be answered").around(page);
        return new Reply(fault.code().status(), reply.type(), reply.body(), Faults.headers(fault));
    }
}
