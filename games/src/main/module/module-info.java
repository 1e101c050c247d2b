/// Cooperative games: values, core and nucleolus with certificates, power indices, claims, cost shares, estimates.
///
/// Begin at [org.muster.games.concept.Games]. It needs nothing but the JDK; with `--add-modules jdk.incubator.vector`
/// passes over all coalitions are vectorised, with the same answers.
module org.muster.games {
    requires static org.jspecify; // not transitive: users need not have the annotations
    requires static jdk.incubator.vector;

    exports org.muster.games;
    exports org.muster.games.claims;
    exports org.muster.games.concept;
    exports org.muster.games.core;
    exports org.muster.games.cost;
    exports org.muster.games.estimate;
    exports org.muster.games.generate;
    exports org.muster.games.graph;
    exports org.muster.games.property;
    exports org.muster.games.structure;
    exports org.muster.games.value;
    exports org.muster.games.voting;
}
