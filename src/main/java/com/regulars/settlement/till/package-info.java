/**
 * The till page (R4.7): the bill a cashier is typing, kept in the database so that every key works as a plain form, and
 * paid through {@code BillSettlement} like any other bill.
 */
@NullMarked
package com.regulars.settlement.till;

import org.jspecify.annotations.NullMarked;
