/// How long a study takes, beside the questions that it cannot do without. Start at [LabBench].
@NullMarked
package org.muster.lab.bench;

import org.jspecify.annotations.NullMarked;
