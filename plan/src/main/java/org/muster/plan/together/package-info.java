/// Missions planned together: what one uses, another does not have. Builds on single missions' models, and knows no
/// sharing rule and no file.
@NullMarked
package org.muster.plan.together;

import org.jspecify.annotations.NullMarked;
