/// Studies of reforms as text, JSON, CSV and a page.
@NullMarked
package org.muster.report.lab;

import org.jspecify.annotations.NullMarked;
