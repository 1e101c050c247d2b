/// Opinion, and who is likely to go: cohesion on a question, and a small logistic model on the record of operations.
/// May use `alliance`, `pledge.known` and Hipparchus.
/// Plans nothing; it may answer that there is too little data to say.
@NullMarked
package org.muster.pledge.likely;

import org.jspecify.annotations.NullMarked;
