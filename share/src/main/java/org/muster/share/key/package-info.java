/// Keys: from a base, by rescaling, by accession; the scales of the United Nations; settlements by key, with key
/// vintage, host-nation netting, eligibility and opt-outs. Exact to the last step, rounded once, every share explained.
/// May use `alliance` and exact fractions of `games`. Knows no mission, no file, no clock.
@NullMarked
package org.muster.share.key;

import org.jspecify.annotations.NullMarked;
