/// What may come: the share of a pledge's measure in years ahead, by a Kalman filter, and two baselines beside it.
/// May use `alliance`, `pledge.known` and Hipparchus.
/// Knows no verdict of the past beyond the last figure, and cannot know what no figure before it hints at (a war).
@NullMarked
package org.muster.pledge.forecast;

import org.jspecify.annotations.NullMarked;
