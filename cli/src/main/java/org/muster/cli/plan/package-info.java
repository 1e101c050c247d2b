/// The commands `plan`, `why-not`, `diff` and `bench plan`: flags in, one call below, a report out.
/// May use `plan`, `share`, `alliance` and `cli.report`. Computes nothing itself.
@NullMarked
package org.muster.cli.plan;

import org.jspecify.annotations.NullMarked;
