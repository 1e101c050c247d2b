/// Whether larger members carry more for their size: rank statistics.
/// May use Hipparchus only.
/// Knows no pledge: it gets numbers, one a member.
@NullMarked
package org.muster.pledge.rank;

import org.jspecify.annotations.NullMarked;
