/// Sharing rules, one small class each: a mission's case in, an amount per member out, adding up to the bill.
/// May use `alliance`. Knows no planner, no other rule's result, no file.
@NullMarked
package org.muster.share.rule;

import org.jspecify.annotations.NullMarked;
