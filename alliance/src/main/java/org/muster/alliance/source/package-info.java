/// Where a statement comes from and how far it can be trusted.
/// May use the JDK only.
/// Knows nothing of what the statement is about.
@NullMarked
package org.muster.alliance.source;

import org.jspecify.annotations.NullMarked;
