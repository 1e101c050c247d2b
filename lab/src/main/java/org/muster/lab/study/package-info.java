/// A study's rows as text, and as numbers again.
@NullMarked
package org.muster.lab.study;

import org.jspecify.annotations.NullMarked;
