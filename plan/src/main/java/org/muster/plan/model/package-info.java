/// The planning model of architecture section 5 in words of the domain: lines, candidates, rules that block, rows.
/// May use `alliance` and `solve`. Solves nothing and knows no file; every row that a member or pool could lift
/// carries its rule.
@NullMarked
package org.muster.plan.model;

import org.jspecify.annotations.NullMarked;
