/// Who of those that go can be spared: the others plan again without it. Is the service kept, what does it cost
/// more, who is asked instead, and who joins for a number only. May use `alliance`, `plan` and `plan.model`,
/// `solve` for options. Knows no sharing rule: what a member would save under a rule is worked out from the bills.
@NullMarked
package org.muster.plan.spare;

import org.jspecify.annotations.NullMarked;
