/// `muster lab`: reforms in many futures.
@NullMarked
package org.muster.studytool.lab;

import org.jspecify.annotations.NullMarked;
