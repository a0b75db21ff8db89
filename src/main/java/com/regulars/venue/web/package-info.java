/** The brand and its venues on the administrator's page and in the API. */
@NullMarked
package com.regulars.venue.web;

import org.jspecify.annotations.NullMarked;
