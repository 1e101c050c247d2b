/// What a mission costs every coalition on its own, and which coalitions can do it at all.
/// May use `alliance`, `games`, `plan.model` and `solve`. Where lines do not compete for units the costs of all
/// coalitions are a closed form (the atlas); elsewhere the planner is asked coalition by coalition.
@NullMarked
package org.muster.plan.atlas;

import org.jspecify.annotations.NullMarked;
