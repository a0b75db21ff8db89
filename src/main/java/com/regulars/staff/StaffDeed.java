package com.regulars.staff;

/**
 * Somebody changed who may do what. The audit log, which stands above this module, writes it down in the same
 * transaction.
 *
 * @param action what was done, for example {@code employee.locked}
 * @param subjectType {@code employee} or {@code apiClient}
 */
public record StaffDeed(String action, String subjectType, String subjectId, String detail) {}
