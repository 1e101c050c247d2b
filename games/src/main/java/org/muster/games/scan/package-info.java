/// Passes over all coalitions in fixed blocks, on as many threads as asked, with the same result for any number of
/// them.
/// The only package that uses the Vector API; where that module is absent its plain twin does the same.
/// Knows blocks of numbers, not what they are good for.
@NullMarked
package org.muster.games.scan;

import org.jspecify.annotations.NullMarked;
