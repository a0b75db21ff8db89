/** Tills and other systems that act through the API with a bearer token. */
@NamedInterface("client")
@NullMarked
package com.regulars.staff.client;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
