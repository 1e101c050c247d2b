package org.muster.folder;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.alliance.bill.Category;

/// The words that missions are written in, gathered before what refers to them is read.
///
/// @param places     where their lines are
/// @param kinds      kinds of task of their lines
/// @param mandates   what they are mandated by
/// @param categories of cost: those that the planner writes, and those of their own costs
record MissionWords(Set<String> places, Set<String> kinds, Set<String> mandates, Set<String> categories) {
    /// Categories of the lines that the planner itself puts on a bill.
    static final List<String> PLANNED =
            List.of(Category.DEPLOYMENT, Category.RUNNING, Category.POOL_DRAW, Category.COMPENSATION, Category.CHARTER);

    static MissionWords of(Documents documents) {
        MissionWords words =
                new MissionWords(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(PLANNED));
        for (String file : documents.missionFiles()) {
            documents.document(file).ifPresent(words::gather);
        }
        return words;
    }

    private void gather(Tree mission) {
        for (Tree phase : items(mission, "phases")) {
            for (Tree line : items(phase, "requirements")) {
                text(line, "place").ifPresent(places::add);
                text(line, "kind").ifPresent(kinds::add);
            }
        }
        for (Tree mandate : items(mission, "mandates")) {
            if (mandate instanceof Tree.Text text) {
                mandates.add(text.value());
            }
        }
        for (Tree cost : items(mission, "costs")) {
            text(cost, "category").ifPresent(categories::add);
        }
    }

    private static List<Tree> items(Tree tree, String key) {
        Optional<Tree> value = value(tree, key);
        if (value.orElse(null) instanceof Tree.Items list) {
            return list.items();
        }
        return value.filter(Tree.Text.class::isInstance).stream().toList();
    }

    private static Optional<String> text(Tree tree, String key) {
        return value(tree, key).orElse(null) instanceof Tree.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    private static Optional<Tree> value(Tree tree, String key) {
        return tree instanceof Tree.Fields fields ? fields.field(key).map(Tree.Field::value) : Optional.empty();
    }
}
