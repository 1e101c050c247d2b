/// Where a pledge stood in a year, as it was known on a day: value, verdicts, money still missing, counts.
/// May use `alliance` and `pledge.known`.
/// Looks at no year after the one asked for: what may come is the question of `pledge.forecast`.
@NullMarked
package org.muster.pledge.standing;

import org.jspecify.annotations.NullMarked;
