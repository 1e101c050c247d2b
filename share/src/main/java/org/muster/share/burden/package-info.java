/// Who carries, who rides free, by which measure, and how sure that is: many measures, each with its sensitivity,
/// never one verdict. May use `alliance` for figures as known on a day, and `statistics` for ranks. Knows no
/// mission and no bill.
@NullMarked
package org.muster.share.burden;

import org.jspecify.annotations.NullMarked;
