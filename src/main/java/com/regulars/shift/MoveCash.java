package com.regulars.shift;

/** Puts money into a drawer or takes it out, with the reason. */
public record MoveCash(long shiftId, CashMovement.Direction direction, long amountMinor, String reason) {}
