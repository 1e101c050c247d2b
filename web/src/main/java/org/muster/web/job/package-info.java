/// Questions that take longer than anybody waits for a page: two at a time, told as they go, stopped on request.
/// Knows no alliance and no page.
@NullMarked
package org.muster.web.job;

import org.jspecify.annotations.NullMarked;
