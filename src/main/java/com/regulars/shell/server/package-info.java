/**
 * How the web server listens: on which interfaces, how many connections one address may hold before anybody on them is
 * known, and a further port for probes where one is wanted.
 */
@NullMarked
package com.regulars.shell.server;

import org.jspecify.annotations.NullMarked;
