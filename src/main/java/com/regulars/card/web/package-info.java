/** Programmes, cards and top-ups as pages and JSON. */
@NullMarked
package com.regulars.card.web;

import org.jspecify.annotations.NullMarked;
