/** The JSON and the pages of bills: quote, settle, refund, receipt, and the list of what was settled. */
@NullMarked
package com.regulars.settlement.web;

import org.jspecify.annotations.NullMarked;
