/// Requests and replies as values, what is refused before a page is asked, and what went wrong as RFC 9457 has it.
/// Knows no alliance and no page.
@NullMarked
package org.muster.web.http;

import org.jspecify.annotations.NullMarked;
