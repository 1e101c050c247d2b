package org.muster.report.write;

import java.util.ArrayList;
import java.util.List;

/// An answer of headings, sentences, points and tables, written once and shown as text or as a page.
public final class Paper {
    private sealed interface Part {}

    private record Title(String strong, String rest) implements Part {}

    private record Heading(String words) implements Part {}

    private record Sentence(String words, String indent) implements Part {}

    private record Verdict(String state, String words, String indent) implements Part {}

    private record Point(String words) implements Part {}

    private record Entry(String name, String words) implements Part {}

    private record Tabled(Table table) implements Part {}

    private record Gap() implements Part {}

    private final List<Part> parts = new ArrayList<>();

    /// What the answer is about, and after it what more is said of that.
    public Paper title(String strong, String rest) {
        parts.add(new Title(strong, rest));
        return this;
    }

    /// What the following parts are about.
    public Paper heading(String words) {
        parts.add(new Heading(words));
        return this;
    }

    /// A sentence or several.
    public Paper sentence(String words) {
        return sentence(words, "");
    }

    /// The same with later lines of text set in; a page does without.
    public Paper sentence(String words, String indent) {
        parts.add(new Sentence(words, indent));
        return this;
    }

    /// The answer itself, which a page lets stand out.
    ///
    /// @param state how it is coloured: `covered`, `waived`, `gaps` or `refused`
    public Paper verdict(String state, String words, String indent) {
        parts.add(new Verdict(state, words, indent));
        return this;
    }

    /// One of several points.
    public Paper point(String words) {
        parts.add(new Point(words));
        return this;
    }

    /// What is said of one of several.
    public Paper entry(String name, String words) {
        parts.add(new Entry(name, words));
        return this;
    }

    /// A table.
    public Paper table(Table table) {
        parts.add(new Tabled(table));
        return this;
    }

    /// An empty line of text; a page sets parts apart by itself.
    public Paper gap() {
        parts.add(new Gap());
        return this;
    }

    /// As text, no line of it wider than the screen.
    public String text(Screen screen) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            out.append(
                    switch (part) {
                        case Title title -> screen.bold(title.strong()) + title.rest() + "\n";
                        case Heading heading -> "\n" + screen.title(heading.words());
                        case Sentence sentence -> screen.wrapped(sentence.words(), sentence.indent());
                        case Verdict verdict -> screen.wrapped(verdict.words(), verdict.indent());
                        case Entry entry -> screen.wrapped(entry.name() + ": " + entry.words(), "  ");
                        case Point point -> screen.wrapped("- " + point.words(), "  ");
                        case Tabled tabled -> tabled.table().text(screen);
                        case Gap gap -> "\n";
                    });
        }
        return out.toString();
    }

    /// As a page of its own.
    ///
    /// @param name what the page is called
    public String page(String name) {
        StringBuilder out = new StringBuilder(Html.head(name, ""));
        String list = "";
        for (Part part : parts) {
            String its = list(part);
            if (!its.equals(list)) {
                out.append(list.isEmpty() ? "" : "</" + list + ">\n").append(opening(its));
                list = its;
            }
            out.append(html(part));
        }
        return out.append(list.isEmpty() ? "" : "</" + list + ">\n")
                .append(Html.foot())
                .toString();
    }

    private static String opening(String list) {
        return switch (list) {
            case "" -> "";
            case "dl" -> "<dl class=\"entries\">\n";
            default -> "<" + list + ">\n";
        };
    }

    /// The list that a part stands in; empty where in none.
    private static String list(Part part) {
        return part instanceof Point ? "ul" : part instanceof Entry ? "dl" : "";
    }

    private static String html(Part part) {
        return switch (part) {
            case Title title -> "<h1>" + Html.text(title.strong() + title.rest()) + "</h1>\n";
            case Heading heading -> "<h2>" + Html.text(heading.words()) + "</h2>\n";
            case Sentence sentence -> "<p>" + Html.text(sentence.words()) + "</p>\n";
            case Verdict verdict ->
                "<p class=\"verdict " + Html.text(verdict.state()) + "\">" + Html.text(verdict.words()) + "</p>\n";
            case Entry entry -> "<dt>" + Html.text(entry.name()) + "</dt><dd>" + Html.text(entry.words()) + "</dd>\n";
            case Point point -> "<li>" + Html.text(point.words()) + "</li>\n";
            case Tabled tabled -> tabled.table().html() + "\n";
            case Gap gap -> "";
        };
    }
}
