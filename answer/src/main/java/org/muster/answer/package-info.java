/// One call a question, for every face and every room that asks: a mission's plan with who pays, its shared bill with
/// what coalitions cost and gain, missions together, why not. Composes `plan` and `share`, which do not know each
/// other. Knows no writer, no file, no flag. Questions of one room alone (a pledge, a burden, a key) are asked there.
@NullMarked
package org.muster.answer;

import org.jspecify.annotations.NullMarked;
