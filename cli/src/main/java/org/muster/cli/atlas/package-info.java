/// The face of the atlas: its benchmark.
@NullMarked
package org.muster.cli.atlas;

import org.jspecify.annotations.NullMarked;
