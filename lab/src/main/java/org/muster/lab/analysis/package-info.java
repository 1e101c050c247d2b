/// What follows from the rows of a study, without running anything again: numbers in, numbers out.
@NullMarked
package org.muster.lab.analysis;

import org.jspecify.annotations.NullMarked;
