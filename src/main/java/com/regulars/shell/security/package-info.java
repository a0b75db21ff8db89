/** The three filter chains: API clients with bearer tokens, the readiness probe, and people in a browser. */
@NullMarked
package com.regulars.shell.security;

import org.jspecify.annotations.NullMarked;
