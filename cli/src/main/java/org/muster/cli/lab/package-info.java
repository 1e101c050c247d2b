/// `muster lab`: reforms in many futures.
@NullMarked
package org.muster.cli.lab;

import org.jspecify.annotations.NullMarked;
