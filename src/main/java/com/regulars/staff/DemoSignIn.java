package com.regulars.staff;

/**
 * A ready-made employee that the sign-in page offers; only the demo profile contributes any.
 *
 * @param role what the employee is there for
 * @param loginName what to sign in with
 * @param password the demo's well-known password
 * @param name how the employee is called
 * @param descriptionKey message that says what this role does all day
 */
public record DemoSignIn(Role role, String loginName, String password, String name, String descriptionKey) {}
