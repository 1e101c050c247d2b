/// Which futures are looked at: points of the unit cube, one coordinate a factor, and what values they stand for.
@NullMarked
package org.muster.lab.design;

import org.jspecify.annotations.NullMarked;
