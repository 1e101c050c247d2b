/// Which rule an alliance should adopt: reforms in many futures, with members who may react.
///
/// A *reform* is a package of changes to rules, pools or pledges, a *future* one drawn path of the world, both together
/// a *run*, a design with its runs a *study*. May use rooms below it ([org.muster.answer], [org.muster.pledge],
/// [org.muster.plan], [org.muster.share] and what these rest on) and [org.muster.invest]; knows no writer, no file and
/// no clock.
@NullMarked
package org.muster.lab;

import org.jspecify.annotations.NullMarked;
