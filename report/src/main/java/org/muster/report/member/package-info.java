/// What one member sends and pays in every mission, and which of its own words bind the plans.
@NullMarked
package org.muster.report.member;

import org.jspecify.annotations.NullMarked;
