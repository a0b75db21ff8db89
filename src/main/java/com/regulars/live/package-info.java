/**
 * What open pages hear while they are looked at: one event stream per browser, which says that something changed – a
 * word and an id, no content – so that the page asks again for its part. Told at the commit of the change, on whichever
 * node, and only to those who may know of it. It owns no table, and every page works without it.
 */
@ApplicationModule(allowedDependencies = {"shared", "access", "staff", "staff::signin"})
@NullMarked
package com.regulars.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
