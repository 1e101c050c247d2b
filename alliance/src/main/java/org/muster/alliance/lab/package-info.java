/// What an alliance thinks of changing (reforms) and in which futures that is to be tried.
@NullMarked
package org.muster.alliance.lab;

import org.jspecify.annotations.NullMarked;
