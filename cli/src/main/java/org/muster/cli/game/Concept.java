package org.muster.cli.game;

import java.util.function.Function;

/// A concept as one kind of game answers it.
///
/// @param name      as asked for
/// @param byDefault whether it is answered where no concepts are asked for
/// @param solve     answers it
record Concept(String name, boolean byDefault, Function<String, Solution> solve) {}
