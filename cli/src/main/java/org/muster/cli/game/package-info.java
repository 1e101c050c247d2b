/// The command family `muster game`: game files in, solutions out as tables or JSON lines.
/// May use the games library, picocli and Jackson.
/// Computes nothing itself: it chooses which function answers which concept.
@NullMarked
package org.muster.cli.game;

import org.jspecify.annotations.NullMarked;
