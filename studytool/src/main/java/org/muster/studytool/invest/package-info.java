/// `muster invest`.
/// May use everything below the faces.
/// Knows no rule of the domain: it reads flags, asks one question and prints one report.
@NullMarked
package org.muster.studytool.invest;

import org.jspecify.annotations.NullMarked;
