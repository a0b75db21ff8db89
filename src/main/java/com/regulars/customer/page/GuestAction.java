package com.regulars.customer.page;

/**
 * A link in the head of the page of a guest.
 *
 * @param labelKey message key of the button
 * @param icon name of a symbol in the icon sprite
 * @param primary true for the one filled button of the page
 */
public record GuestAction(String labelKey, String url, String icon, boolean primary) {}
