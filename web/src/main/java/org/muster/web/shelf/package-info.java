/// The folders that are served: read again when their files change, the last good answer kept beside what is wrong.
/// Knows no request and no page.
@NullMarked
package org.muster.web.shelf;

import org.jspecify.annotations.NullMarked;
