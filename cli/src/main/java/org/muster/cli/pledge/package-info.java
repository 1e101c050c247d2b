/// The commands on pledges, their texts, JSON, tables and page.
/// May use `pledge`, `alliance` and the root of `cli`.
/// Works out nothing: every number comes from `pledge`.
@NullMarked
package org.muster.cli.pledge;

import org.jspecify.annotations.NullMarked;
