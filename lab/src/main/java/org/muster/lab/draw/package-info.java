/// Random numbers as functions: the same seed, future, stream and step give the same number, whoever asks and when.
@NullMarked
package org.muster.lab.draw;

import org.jspecify.annotations.NullMarked;
