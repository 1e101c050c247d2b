package org.muster.web.page;

import java.util.List;
import java.util.Optional;
import org.muster.folder.FolderSetting;
import org.muster.report.write.Html;
import org.muster.web.ask.Tried;
import org.muster.web.http.Code;
import org.muster.web.http.Fault;
import org.muster.web.http.Query;

/// The alliance's own rules of who pays, edited where they are looked at: tried in the address, written nowhere.
public final class OwnRules {
    /// Characters at most, so that they fit an address.
    static final int MOST = 2_000;

    private OwnRules() {}

    /// The address to which rules that were sent lead; empty where none were.
    ///
    /// @throws Fault where they are too long for an address
    public static Optional<String> tried(Tried tried, Query query) {
        return query.one("rules").map(rules -> {
            if (rules.length() > MOST) {
                throw new Fault(
                        Code.PARAMETER,
                        "the rules have " + rules.length() + " characters, more than the " + MOST
                                + " that fit an address. Write them into a copy of the folder");
            }
            FolderSetting setting = FolderSetting.ofRules(rules.replace("\r\n", "\n"));
            return tried.address("/share", tried.with(setting));
        });
    }

    /// The form.
    static void write(Markup page, Tried tried) {
        String rules = tried.settings().stream()
                .filter(setting -> setting.thing() == FolderSetting.Thing.SHARING)
                .map(FolderSetting::value)
                .findFirst()
                .orElseGet(() -> FolderSetting.rulesOf(tried.alliance()));
        page.open("section", "id", "own-rules")
                .element("h2", "Rules of your own")
                .element(
                        "p",
                        "As in the folder's sharing.yaml: steps in order, each by a key or a rule, up to its cap. Tried here,"
                                + " they are written nowhere.")
                .open("form", "method", "get", "action", tried.address("/share", Query.NONE));
        Switches.hidden(page, tried.query(), List.of());
        page.open("p")
                .open("label")
                .text("Rules ")
                .open(
                        "textarea",
                        "name",
                        "rules",
                        "rows",
                        "16",
                        "cols",
                        "80",
                        "spellcheck",
                        "false",
                        "maxlength",
                        String.valueOf(MOST))
                .raw(Html.text(rules))
                .close("textarea")
                .close("label")
                .close("p")
                .open("p")
                .element("button", "Try these rules")
                .close("p")
                .close("form")
                .close("section");
    }
}
