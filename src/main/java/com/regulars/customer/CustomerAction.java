package com.regulars.customer;

/**
 * A link in the head of the customer page.
 *
 * @param labelKey message key of the button
 * @param icon name of a symbol in the icon sprite
 * @param primary true for the one filled button of the page
 */
public record CustomerAction(String labelKey, String url, String icon, boolean primary) {}
