/// Second methods, written from docs/alliance-folder.md and not from the planner, and small random worlds on which both
/// have to agree.
/// May use `plan` and its parts to ask them. Nothing else uses it but tests and benchmarks.
@NullMarked
package org.muster.plan.hunt;

import org.jspecify.annotations.NullMarked;
