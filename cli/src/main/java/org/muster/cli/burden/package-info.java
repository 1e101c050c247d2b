/// `muster burden`: who carries, by many measures, and how sure that is.
/// May use every room below it. Holds no rule of the domain: what it shows is computed below.
@NullMarked
package org.muster.cli.burden;

import org.jspecify.annotations.NullMarked;
