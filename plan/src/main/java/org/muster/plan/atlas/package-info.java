/// What a mission costs every coalition on its own, and which coalitions can do it at all.
/// May use `alliance`, `games`, `plan.fold`, `plan.need`, `plan.model` and `solve`. Where lines do not compete for
/// units the costs of all coalitions are a closed form (the atlas); elsewhere the planner is asked coalition by
/// coalition. Who can do a mission is folded also where lines compete.
@NullMarked
package org.muster.plan.atlas;

import org.jspecify.annotations.NullMarked;
