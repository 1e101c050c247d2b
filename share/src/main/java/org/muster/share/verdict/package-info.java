/// What can be said about amounts under a rule: who would rather leave, inequality, distance from ability to pay, free
/// rides, what happens when a member joins.
/// May use `share.game` and `share.rule` for what they found. Computes no amounts.
@NullMarked
package org.muster.share.verdict;

import org.jspecify.annotations.NullMarked;
