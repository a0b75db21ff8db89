package com.regulars.staff.administration;

import com.regulars.staff.Role;
import java.util.Set;

/**
 * Changes what an employee is called, does and where.
 *
 * @param version the version the change was made on; a newer one in the database refuses it
 */
public record ChangeEmployee(long id, int version, String displayName, Set<Role> roles, Set<Long> venueIds) {}
