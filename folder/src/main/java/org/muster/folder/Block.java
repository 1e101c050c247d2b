package org.muster.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.input.Findings;
import org.muster.input.Nearest;
import org.muster.input.Place;

/// A mapping of a YAML file, read key by key. Keys that nobody may ask for are reported at once.
final class Block {
    /// Keys that widen what is said where they are left out: an empty list of them would mean everything.
    private static final Set<String> WIDENS = Set.of("missions");

    private final String what;
    private final Tree.Fields fields;
    private final Findings findings;

    private Block(String what, Tree.Fields fields, Findings findings) {
        this.what = what;
        this.fields = fields;
        this.findings = findings;
    }

    /// @param what    what the mapping describes, for sentences, for example `the waiver`
    /// @param allowed the keys that it may have
    static Optional<Block> of(String what, Tree tree, Findings findings, String... allowed) {
        if (!(tree instanceof Tree.Fields fields)) {
            findings.add(
                    tree.place(),
                    "%s is %s, not a mapping".formatted(what, tree.noun()),
                    "Write KEY: VALUE, one a line; the keys are %s.".formatted(String.join(", ", allowed)));
            return Optional.empty();
        }
        Set<String> known = new LinkedHashSet<>(List.of(allowed));
        for (Tree.Field field : fields.fields()) {
            if (!known.contains(field.key())) {
                findings.add(
                        field.place(),
                        "%s has no key \"%s\"".formatted(what, Values.shortened(field.key())),
                        Nearest.advice(field.key(), known));
            } else if (WIDENS.contains(field.key()) && isLeftEmpty(field.value())) {
                findings.add(
                        field.place(),
                        "%s is left empty".formatted(field.key()),
                        "Write its value, or leave the line out.");
            }
        }
        return Optional.of(new Block(what, fields, findings));
    }

    /// An empty list says the same as no list, which is not what somebody who writes one means.
    private static boolean isLeftEmpty(Tree value) {
        return value instanceof Tree.Nothing
                || (value instanceof Tree.Items list && list.items().isEmpty());
    }

    Place place() {
        return fields.place();
    }

    String what() {
        return what;
    }

    boolean has(String key) {
        return value(key).isPresent();
    }

    Place placeOf(String key) {
        return fields.field(key).map(f -> f.value().place()).orElse(fields.place());
    }

    /// The value of a key that must be there.
    ///
    /// @param example a value as it could be written
    Scalar required(String key, String example) {
        return optional(key).orElseGet(() -> {
            if (fields.field(key)
                    .map(Tree.Field::value)
                    .filter(tree -> !(tree instanceof Tree.Nothing))
                    .isEmpty()) {
                missing(key, example);
            }
            return Scalar.missing(placeOf(key), key);
        });
    }

    private void missing(String key, String example) {
        findings.add(
                fields.field(key).map(Tree.Field::place).orElse(fields.place()),
                "\"%s\" is missing from %s".formatted(key, what),
                "Write %s: %s.".formatted(key, example));
    }

    /// The value of a key that may be left out.
    Optional<Scalar> optional(String key) {
        Optional<Tree> value = value(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof Tree.Text text) {
            return Optional.of(Scalar.of(text.place(), key, text.value()));
        }
        findings.add(
                value.get().place(),
                "%s is %s, not a single value".formatted(key, value.get().noun()),
                "Write %s: VALUE on one line.".formatted(key));
        return Optional.empty();
    }

    /// The single values of a list; a single value counts as a list of one.
    List<Scalar> list(String key) {
        List<Scalar> scalars = new ArrayList<>();
        for (Tree item : itemsOf(key, true)) {
            if (item instanceof Tree.Text text) {
                scalars.add(Scalar.of(text.place(), key, text.value()));
            } else {
                findings.add(
                        item.place(),
                        "%s holds %s, not a single value".formatted(key, item.noun()),
                        "Write %s: [A, B].".formatted(key));
            }
        }
        return scalars;
    }

    /// The mappings of a list.
    List<Block> blocks(String key, String whatEach, String... allowed) {
        List<Block> blocks = new ArrayList<>();
        for (Tree item : itemsOf(key, false)) {
            of(whatEach, item, findings, allowed).ifPresent(blocks::add);
        }
        return blocks;
    }

    /// The names and single values of a mapping whose keys are names that the folder defines.
    ///
    /// @param example one as it could be written
    Map<Scalar, Scalar> entries(String key, String example) {
        Map<Scalar, Scalar> entries = new LinkedHashMap<>();
        Optional<Tree> value = value(key);
        if (value.isEmpty()) {
            return entries;
        }
        if (!(value.get() instanceof Tree.Fields named)) {
            findings.add(
                    value.get().place(),
                    "%s is %s, not a mapping".formatted(key, value.get().noun()),
                    "Write %s: {%s}.".formatted(key, example));
            return entries;
        }
        for (Tree.Field field : named.fields()) {
            if (field.value() instanceof Tree.Text text) {
                entries.put(
                        Scalar.of(field.place(), key, field.key()), Scalar.of(text.place(), field.key(), text.value()));
            } else {
                findings.add(
                        field.value().place(),
                        "%s is %s, not a single value"
                                .formatted(
                                        Values.shortened(field.key()),
                                        field.value().noun()),
                        "Write %s: {%s}.".formatted(key, example));
            }
        }
        return entries;
    }

    /// The mapping of a key that may be left out.
    Optional<Block> block(String key, String whatIs, String... allowed) {
        return value(key).flatMap(tree -> of(whatIs, tree, findings, allowed));
    }

    /// The value of a key that is either one word or one word with details: `open`, or `weighted_vote: {...}`.
    Optional<Choice> choice(String key, String example) {
        Optional<Tree> value = value(key);
        if (value.isEmpty()) {
            missing(key, example);
            return Optional.empty();
        }
        Tree tree = value.get();
        if (tree instanceof Tree.Text text) {
            Scalar word = Scalar.of(text.place(), key, text.value());
            return Optional.of(new Choice(word, new Tree.Nothing(text.place()), findings));
        }
        if (tree instanceof Tree.Fields one && one.fields().size() == 1) {
            Tree.Field field = one.fields().getFirst();
            return Optional.of(new Choice(Scalar.of(field.place(), key, field.key()), field.value(), findings));
        }
        findings.add(
                tree.place(),
                "%s is %s where one word, or one word with its details, belongs"
                        .formatted(key, tree instanceof Tree.Fields ? "several things" : tree.noun()),
                "Write %s: %s.".formatted(key, example));
        return Optional.empty();
    }

    /// A word with its details.
    record Choice(Scalar word, Tree details, Findings findings) {
        /// The details as a list of single values.
        List<Scalar> list() {
            List<Scalar> scalars = new ArrayList<>();
            List<Tree> items = switch (details) {
                case Tree.Items list -> list.items();
                case Tree.Text text -> List.of(text);
                case Tree.Nothing nothing -> List.of();
                case Tree.Fields fields -> List.of(fields);
            };
            for (Tree item : items) {
                if (item instanceof Tree.Text text) {
                    scalars.add(Scalar.of(text.place(), word.text(), text.value()));
                } else {
                    findings.add(
                            item.place(),
                            "%s holds %s, not a single value".formatted(word.text(), item.noun()),
                            "Write %s: [A, B].".formatted(word.text()));
                }
            }
            if (items.isEmpty()) {
                findings.add(
                        word.place(),
                        "%s names nothing".formatted(word.text()),
                        "Write %s: [A, B].".formatted(word.text()));
            }
            return scalars;
        }

        /// The details as a single value.
        Scalar single(String example) {
            if (details instanceof Tree.Text text) {
                return Scalar.of(text.place(), word.text(), text.value());
            }
            findings.add(
                    details.place(),
                    "%s has %s where a single value belongs".formatted(word.text(), details.noun()),
                    "Write %s: %s.".formatted(word.text(), example));
            return Scalar.missing(details.place(), word.text());
        }

        /// The details as a mapping; an empty one where there are none.
        Optional<Block> block(String... allowed) {
            Tree tree = details instanceof Tree.Nothing nothing ? new Tree.Fields(nothing.place(), List.of()) : details;
            return Block.of(word.text(), tree, findings, allowed);
        }

        /// Reports details where the word has none.
        void refuseDetails() {
            if (!(details instanceof Tree.Nothing)) {
                findings.add(
                        details.place(),
                        "%s takes no details".formatted(word.text()),
                        "Write %s: %s.".formatted(word.name(), word.text()));
            }
        }
    }

    private List<Tree> itemsOf(String key, boolean oneIsAList) {
        Optional<Tree> value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        Tree tree = value.get();
        if (tree instanceof Tree.Items list) {
            return list.items();
        }
        if (oneIsAList && tree instanceof Tree.Text) {
            return List.of(tree);
        }
        findings.add(
                tree.place(),
                "%s is %s, not a list".formatted(key, tree.noun()),
                oneIsAList ? "Write %s: [A, B].".formatted(key) : "Begin each entry with \"- \".");
        return List.of();
    }

    private Optional<Tree> value(String key) {
        return fields.field(key).map(Tree.Field::value).filter(tree -> !(tree instanceof Tree.Nothing));
    }
}
