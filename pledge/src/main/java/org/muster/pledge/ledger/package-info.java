/// The pledge ledger: where every promised contribution stands, and what reaches those it is for.
/// May use `alliance`.
/// Adds no stages up and counts no flow twice; holds no file.
@NullMarked
package org.muster.pledge.ledger;

import org.jspecify.annotations.NullMarked;
