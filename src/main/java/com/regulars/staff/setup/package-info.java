/** The first start of an installation: brand, first venue and owner, by the link printed in the log. */
@NamedInterface("setup")
@NullMarked
package com.regulars.staff.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
