/// Why a mission cannot be covered, why a member or pool is not in the plan, and the cheapest change that would help.
/// May use `plan`, `plan.model` and `solve`. Knows no file; every answer is proven by solving, not by guessing.
@NullMarked
package org.muster.plan.whynot;

import org.jspecify.annotations.NullMarked;
