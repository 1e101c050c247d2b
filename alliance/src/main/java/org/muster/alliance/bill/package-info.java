/// Bills: cost lines with date, category, who incurs them and which fund they are eligible for.
/// May use the JDK only.
/// Does no sharing: a rule takes a bill and says who pays.
@NullMarked
package org.muster.alliance.bill;

import org.jspecify.annotations.NullMarked;
