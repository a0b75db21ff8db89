/**
 * The brand and its venues on the administrator's page and in the API. They are here and not in {@code venue}, because
 * that module stands below {@code staff} and cannot say who may call its handlers.
 */
@NullMarked
package com.regulars.shell.venues;

import org.jspecify.annotations.NullMarked;
