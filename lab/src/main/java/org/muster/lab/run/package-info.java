/// One reform in one future: years of missions on the planner, the fold and the sharing rules, and what is measured.
@NullMarked
package org.muster.lab.run;

import org.jspecify.annotations.NullMarked;
