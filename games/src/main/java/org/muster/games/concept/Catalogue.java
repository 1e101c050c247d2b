package org.muster.games.concept;

import java.lang.foreign.Arena;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muster.games.estimate.ShapleyEstimate;

/// The concepts that a game answers, by name.
public final class Catalogue {
    /// Other names under which a concept is known.
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("banzhaf", "banzhaf_absolute"),
            Map.entry("holler", "public_good_index"),
            Map.entry("public_good", "public_good_index"),
            Map.entry("public_help", "public_help_index"),
            Map.entry("core", "core_nonempty"),
            Map.entry("least_core", "least_core_epsilon"),
            Map.entry("cea", "constrained_equal_awards"),
            Map.entry("cel", "constrained_equal_losses"),
            Map.entry("egalitarian", "equal"),
            Map.entry("moriarity", "cost_share_proportional"),
            Map.entry("structure", "coalition_structure"),
            Map.entry("dividends", "harsanyi_dividends"),
            Map.entry("interaction", "shapley_interaction"),
            Map.entry("cost_share_bird", "bird"),
            Map.entry("cost_share_folk", "folk"),
            Map.entry("cost_share_serial", "serial"),
            Map.entry("cost_share_average_cost", "average_cost"),
            Map.entry("lorenz", "dutta_ray"));

    private static final String SHARE = "cost_share_";

    private final Map<String, Concept> byName = new LinkedHashMap<>();

    private Catalogue(List<Concept> concepts) {
        concepts.forEach(concept -> byName.putIfAbsent(concept.name(), concept));
    }

    /// The concepts that fit the kind and size of a game.
    ///
    /// @param n     players
    /// @param arena holds tables for as long as concepts are asked for
    public static Catalogue of(GameContent content, long n, Extras extras, Wish wish, Arena arena) {
        return new Catalogue(new ByKind(content, n, extras, wish, arena).concepts());
    }

    /// The Shapley value, and what is the same, estimated from a few coalitions.
    ///
    /// @param n     players, 2 to [ShapleyEstimate#MOST_PLAYERS]
    /// @param wish  how; widths and range in the numbers that were given, not in units of the content
    /// @param arena holds tables for as long as concepts are asked for
    public static Catalogue ofEstimates(GameContent content, int n, ShapleyEstimate.Wish wish, Arena arena) {
        return new Catalogue(Estimates.of(content, n, wish, arena));
    }

    /// The names, in the order in which answers are shown.
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /// The concepts, in the same order.
    public Collection<Concept> concepts() {
        return List.copyOf(byName.values());
    }

    /// The concept that a name means here: itself, an alias, or for costs the cost share of that name.
    public Optional<Concept> find(String asked) {
        String name = asked.trim().toLowerCase(Locale.ROOT).replace('-', '_');
        String known = ALIASES.getOrDefault(name, name);
        String bare = name.startsWith(SHARE) ? name.substring(SHARE.length()) : name;
        String share = SHARE + ALIASES.getOrDefault(bare, bare);
        return List.of(name, known, SHARE + name, share).stream()
                .flatMap(candidate -> Optional.ofNullable(byName.get(candidate)).stream())
                .findFirst();
    }

    /// The answer to a concept by name.
    ///
    /// @throws IllegalArgumentException with the names that are known, where this game has no such concept
    public Outcome answer(String asked) {
        return find(asked)
                .orElseThrow(() -> new IllegalArgumentException("\"%s\" is no concept for this game. Known here: %s"
                        .formatted(asked, String.join(", ", names()))))
                .answer();
    }
}
