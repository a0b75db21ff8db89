package com.regulars.customer;

/** A customer was registered one by one; imports do not publish it. */
public record CustomerRegistered(long customerId) {}
