/// Who joins where members reply to what the others do: coalitions that enforce themselves.
@NullMarked
package org.muster.lab.join;

import org.jspecify.annotations.NullMarked;
