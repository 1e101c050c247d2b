package org.muster.folder;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.input.Findings;
import org.muster.input.Place;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;
import org.yaml.snakeyaml.reader.ReaderException;

/// Reads YAML into a [Tree].
///
/// From SnakeYAML's events and not from its nodes: nothing is expanded or built before the limits on it were checked.
/// Anchors, aliases and tags are refused: a bomb has nothing to expand, and a file says in one place what it means.
final class YamlTree {
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    /// Ends the reading of one file; what is wrong has been reported.
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stop() {
            super(null, null, false, false);
        }
    }

    private final String file;
    private final Findings findings;
    private final Iterator<Event> events;

    private YamlTree(String file, String text, Findings findings) {
        this.file = file;
        this.findings = findings;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit((int) Limits.DOCUMENT_BYTES);
        options.setProcessComments(false);
        this.events = new Yaml(options).parse(new StringReader(text)).iterator();
    }

    /// The document, or nothing where it cannot be read (reported).
    static Optional<Tree> read(String file, String text, Findings findings) {
        try {
            return new YamlTree(file, text, findings).document();
        } catch (Stop stop) {
            return Optional.empty();
        } catch (MarkedYAMLException wrong) {
            Mark mark = wrong.getProblemMark() == null ? wrong.getContextMark() : wrong.getProblemMark();
            findings.add(
                    mark == null ? Place.startOf(file) : new Place(file, mark.getLine() + 1, mark.getColumn() + 1),
                    "this is not YAML: " + oneLine(wrong.getProblem()),
                    "Look at indentation, colons and quotes here and just before;"
                            + " put text that holds \": \" or \" #\" in double quotes.");
            return Optional.empty();
        } catch (ReaderException wrong) {
            String before = text.substring(0, Math.min(wrong.getPosition(), text.length()));
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            findings.add(
                    new Place(file, line, before.length() - before.lastIndexOf('\n')),
                    String.format(Locale.ROOT, "the character U+%04X is not allowed in YAML", wrong.getCodePoint()),
                    "Remove it.");
            return Optional.empty();
        } catch (YAMLException wrong) {
            findings.add(Place.startOf(file), "this is not YAML: " + oneLine(wrong.getMessage()), "Write plain YAML.");
            return Optional.empty();
        }
    }

    private static String oneLine(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "it cannot be read" : text.strip().replaceAll("\\s+", " ");
    }

    private Optional<Tree> document() {
        Event event = events.next();
        while (event instanceof StreamStartEvent || event instanceof DocumentStartEvent) {
            event = events.next();
        }
        if (event instanceof StreamEndEvent) {
            return Optional.of(new Tree.Nothing(Place.startOf(file)));
        }
        Tree tree = tree(event, 1);
        events.next();
        Event after = events.next();
        if (!(after instanceof StreamEndEvent)) {
            throw stop(after, "a second document begins here", "Keep one document a file: remove the line ---.");
        }
        return Optional.of(tree);
    }

    private Tree tree(Event event, int depth) {
        if (depth > Limits.DEPTH) {
            throw stop(
                    event,
                    String.format(Locale.ROOT, "lists and mappings are nested more than %d deep", Limits.DEPTH),
                    "No file of an alliance folder needs that: write it flat.");
        }
        if (event instanceof AliasEvent alias) {
            throw stop(
                    event,
                    "*%s is an alias".formatted(alias.getAnchor()),
                    "Write out what it stands for: aliases are" + " not read.");
        }
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            throw stop(
                    event,
                    "&%s is an anchor".formatted(node.getAnchor()),
                    "Remove it and write out what it stands for: anchors are not read.");
        }
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case SequenceStartEvent start -> items(start, depth);
            case MappingStartEvent start -> fields(start, depth);
            default -> throw new IllegalStateException("unexpected event " + event);
        };
    }

    private Tree scalar(ScalarEvent scalar) {
        refuseTag(scalar, scalar.getTag());
        Place place = placeOf(scalar);
        HalfCharacter.report(scalar.getValue(), place, findings);
        if (scalar.getScalarStyle() == ScalarStyle.PLAIN && NOTHING.contains(scalar.getValue())) {
            return new Tree.Nothing(place);
        }
        return new Tree.Text(place, scalar.getValue());
    }

    private Tree items(SequenceStartEvent start, int depth) {
        refuseTag(start, start.getTag());
        List<Tree> items = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            items.add(tree(event, depth + 1));
        }
        return new Tree.Items(placeOf(start), items);
    }

    private Tree fields(MappingStartEvent start, int depth) {
        refuseTag(start, start.getTag());
        Map<String, Tree.Field> fields = new LinkedHashMap<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            if (!(event instanceof ScalarEvent key)) {
                throw stop(event, "a key is not a single word", "Write KEY: VALUE.");
            }
            Place place = placeOf(key);
            HalfCharacter.report(key.getValue(), place, findings);
            Tree value = tree(events.next(), depth + 1);
            Tree.Field first = fields.putIfAbsent(key.getValue(), new Tree.Field(place, key.getValue(), value));
            if (first != null) {
                findings.add(
                        place,
                        String.format(
                                Locale.ROOT,
                                "key \"%s\" stands here a second time, first at line %d",
                                key.getValue(),
                                first.place().line()),
                        "Keep one of the two.");
            }
        }
        return new Tree.Fields(placeOf(start), List.copyOf(fields.values()));
    }

    private void refuseTag(Event event, @org.jspecify.annotations.Nullable String tag) {
        if (tag != null) {
            throw stop(event, "%s is a tag".formatted(tag), "Remove it: tags are not read.");
        }
    }

    private Stop stop(Event event, String wrong, String right) {
        findings.add(placeOf(event), wrong, right);
        return new Stop();
    }

    private Place placeOf(Event event) {
        Mark mark = event.getStartMark();
        return mark == null ? Place.startOf(file) : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
