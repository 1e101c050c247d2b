/// Which coalitions can do a mission, counted and weighed over all of them by merging those that lack the same.
/// May use `games` alone: what a coalition needs comes in as numbers ([org.muster.plan.fold.Ability]), and it knows no
/// alliance, no money and no sharing rule. Start at [org.muster.plan.fold.Fold].
@NullMarked
package org.muster.plan.fold;

import org.jspecify.annotations.NullMarked;
