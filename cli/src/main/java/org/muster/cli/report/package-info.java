/// A plan and who pays for it as text for a terminal, JSON, CSV tables and one self-contained page.
/// May use `plan`, `share` and `alliance` for what it shows. Computes no number of the domain: it formats.
@NullMarked
package org.muster.cli.report;

import org.jspecify.annotations.NullMarked;
