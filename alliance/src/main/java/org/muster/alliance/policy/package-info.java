/// Members' standing conditions for joining, and what the record says they did about a mission.
/// May use `alliance.source`.
/// Decides nothing: whether conditions can hold together is the planner's question.
@NullMarked
package org.muster.alliance.policy;

import org.jspecify.annotations.NullMarked;
