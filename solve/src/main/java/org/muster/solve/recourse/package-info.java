/// Two-stage programs with recourse: decide now, learn which future came, and mend it then. Numbers only.
@NullMarked
package org.muster.solve.recourse;

import org.jspecify.annotations.NullMarked;
