/// Checks written proofs of plans, sharing no code with what found them: the rows of the model are written down
/// here a second time, from docs/alliance-folder.md and docs/proof.md, and every leaf of the tree is checked in
/// whole numbers of any size. Start at [ProofCheck#check]. May use the records of `alliance` and the JDK alone: no
/// planner, no model of it, no solver.
@NullMarked
package org.muster.plan.verify;

import org.jspecify.annotations.NullMarked;
