/// What may come: a pledge's measure in years ahead, by the members' common course and widths from outside; two
/// baselines beside it, and the other forms that were tried (a Kalman filter among them). May use `alliance`,
/// `pledge.known` and Hipparchus. Knows no verdict of the past beyond the last figure, and cannot know what no
/// figure before it hints at (a war).
@NullMarked
package org.muster.pledge.forecast;

import org.jspecify.annotations.NullMarked;
