/// Numbers about members, each with the year it is for and the release in which it became known.
/// May use `alliance.source`.
/// Does no statistics; a reader opened at a date of knowledge cannot see past it.
@NullMarked
package org.muster.alliance.figure;

import org.jspecify.annotations.NullMarked;
