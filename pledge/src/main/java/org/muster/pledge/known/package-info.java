/// What was known on a day: the figures of a folder behind their date of knowledge.
/// May use `alliance`.
/// Holds the only way by which this module reads figures, so that nothing in it sees past the date.
@NullMarked
package org.muster.pledge.known;

import org.jspecify.annotations.NullMarked;
