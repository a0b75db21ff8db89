package com.regulars.card;

/** Where a card stands. Only an active card pays, collects points and gives its member price. */
public enum CardStatus {
    ACTIVE,
    FROZEN,
    LOST,
    REPLACED,
    CLOSED
}
