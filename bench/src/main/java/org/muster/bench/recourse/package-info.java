/// Measures two-stage programs. Start at [ProgramsBench].
@NullMarked
package org.muster.bench.recourse;

import org.jspecify.annotations.NullMarked;
