/// Questions as addresses put them, and their answers: read from a query, asked of the rooms below, kept while their
/// folder does not change. Knows no page.
@NullMarked
package org.muster.web.ask;

import org.jspecify.annotations.NullMarked;
