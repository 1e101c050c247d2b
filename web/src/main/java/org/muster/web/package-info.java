/// The planning room: `muster serve`. Holds the table of routes and the server; asks `answer` and the rooms of single
/// questions, shows what `report` writes. Computes nothing itself, and lets no path of an address reach a file.
@NullMarked
package org.muster.web;

import org.jspecify.annotations.NullMarked;
