/**
 * The wire contract as OpenAPI, for administrators: what every call has in common is said here once – the bearer token,
 * problem answers, the idempotency key of money requests – and read from the handlers. Nothing here changes an answer.
 */
@NullMarked
package com.regulars.shell.description;

import org.jspecify.annotations.NullMarked;
